package io.lorecast.store;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.RelationWeights;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/** The learned weights of the score's terms and of the graph's relations; one writer at a time. */
public interface WeightStore {

  /**
   * The weights of one moment.
   *
   * @param revision grows by one with each save
   * @param values of the terms, shape [buckets, terms], flat
   * @param relations of the relations, by name; absent ones have not been learned
   */
  @SuppressWarnings("ArrayRecordComponent") // read and written whole, never compared
  record StoredWeights(long revision, float[] values, Map<String, Float> relations) {

    public StoredWeights {
      relations = Map.copyOf(relations);
    }

    /** Returns {@code weights} as they are stored. */
    public static StoredWeights of(long revision, BlendWeights weights) {
      return new StoredWeights(revision, weights.toArray(), weights.relations().values());
    }

    /**
     * Returns the weights.
     *
     * @throws IllegalArgumentException if they can be none, see {@link BlendWeights#stored}
     */
    public BlendWeights blend() {
      return BlendWeights.stored(values).with(new RelationWeights(relations));
    }
  }

  /** Emits the current weights, or empty before the first save. */
  Uni<Optional<StoredWeights>> current();

  /**
   * Saves {@code weights} if the stored revision is one less than theirs (0 before the first);
   * emits whether it was.
   */
  Uni<Boolean> save(StoredWeights weights);
}
