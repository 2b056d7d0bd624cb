package io.lorecast.store.layered;

import io.lorecast.store.HotCopy;
import io.lorecast.store.WeightStore;
import io.lorecast.store.redis.RedisWeightStore;
import io.smallrye.mutiny.Uni;

/** The blend weights. */
record WeightCopy(WeightStore record, RedisWeightStore hot) implements HotCopy {

  @Override
  public String name() {
    return "blend weights";
  }

  @Override
  public Uni<Long> restore() {
    return record
        .current()
        .chain(
            weights ->
                weights
                    .map(found -> hot.follow(found).replaceWith(1L))
                    .orElseGet(() -> Uni.createFrom().item(0L)));
  }
}
