package io.lorecast.store.layered;

import io.lorecast.store.EntityStore;
import io.lorecast.store.HotCopy;
import io.lorecast.store.redis.RedisEntities;
import io.smallrye.mutiny.Uni;
import java.util.stream.Collectors;

/** What is known of entities. */
record EntityCopy(EntityStore record, RedisEntities hot) implements HotCopy {

  private static final int PAGE = 500;

  @Override
  public String name() {
    return "entities";
  }

  @Override
  public Uni<Long> restore() {
    return record
        .all()
        .group()
        .intoLists()
        .of(PAGE)
        .onItem()
        .transformToUniAndConcatenate(page -> hot.set(page).replaceWith(page.size()))
        .collect()
        .with(Collectors.summingLong(Integer::longValue));
  }
}
