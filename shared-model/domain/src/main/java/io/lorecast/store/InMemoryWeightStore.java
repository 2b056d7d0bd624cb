package io.lorecast.store;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link WeightStore} that forgets everything with its process. */
public final class InMemoryWeightStore implements WeightStore {

  private @Nullable StoredWeights weights;

  @Override
  public synchronized Uni<Optional<StoredWeights>> current() {
    return Uni.createFrom().item(Optional.ofNullable(weights));
  }

  @Override
  public synchronized Uni<Boolean> save(StoredWeights next) {
    long known = weights == null ? 0 : weights.revision();
    boolean successor = next.revision() == known + 1;
    if (successor) {
      weights = new StoredWeights(next.revision(), next.values().clone(), next.relations());
    }
    return Uni.createFrom().item(successor);
  }
}
