package io.lorecast.store.layered;

import io.lorecast.store.WeightStore;
import io.lorecast.store.redis.RedisWeightStore;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The blend weights, recorded and hot. The record decides which of two writers wins. */
public final class LayeredWeightStore implements WeightStore {

  private final HotState state;
  private final RedisWeightStore hot;
  private final WeightStore record;

  /** Creates the store over both. */
  public LayeredWeightStore(HotState state, RedisWeightStore hot, WeightStore record) {
    this.state = state;
    this.hot = hot;
    this.record = record;
  }

  @Override
  public Uni<Optional<StoredWeights>> current() {
    return state.read(hot.current(), Optional::isPresent, record::current);
  }

  @Override
  public Uni<Boolean> save(StoredWeights weights) {
    return record
        .save(weights)
        .call(saved -> saved ? hot.follow(weights) : Uni.createFrom().voidItem());
  }
}
