package io.lorecast.store.layered;

import io.lorecast.store.EntityStore;
import io.lorecast.store.HotCopy;
import io.lorecast.store.redis.RedisEntities;
import io.smallrye.mutiny.Uni;

/** What is known of entities. */
record EntityCopy(EntityStore record, RedisEntities hot) implements HotCopy {

  @Override
  public String name() {
    return "entities";
  }

  @Override
  public Uni<Long> restore() {
    return Pages.copy(record.all(), hot::set);
  }
}
