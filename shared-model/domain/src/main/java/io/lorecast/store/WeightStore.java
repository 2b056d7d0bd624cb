package io.lorecast.store;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The learned weights of the score's terms: one small matrix, one writer at a time. */
public interface WeightStore {

  /**
   * The weights of one moment.
   *
   * @param revision grows by one with each save
   * @param values shape [buckets, terms], flat
   */
  @SuppressWarnings("ArrayRecordComponent") // read and written whole, never compared
  record StoredWeights(long revision, float[] values) {}

  /** Emits the current weights, or empty before the first save. */
  Uni<Optional<StoredWeights>> current();

  /**
   * Saves {@code weights} if the stored revision is one less than theirs (0 before the first);
   * emits whether it was.
   */
  Uni<Boolean> save(StoredWeights weights);
}
