package io.lorecast.store.redis;

import io.lorecast.model.ItemId;
import io.lorecast.store.ChangeFeed;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@link ChangeFeed} of two sorted sets of items by revision. */
public final class RedisChangeFeed implements ChangeFeed {

  private static final RedisScript ANNOUNCE = RedisScript.of("announce.lua");
  private static final RedisScript SINCE = RedisScript.of("since.lua");

  private final RedisCommands redis;
  private final RedisKeys keys;

  /** Creates the feed of one tenant. */
  public RedisChangeFeed(RedisCommands redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  @Override
  public Uni<Void> announce(Collection<ItemId> items) {
    ScriptCall call = new ScriptCall(ANNOUNCE);
    call.key(keys.changeRevision());
    call.key(keys.changedItems());
    items.forEach(item -> call.argument(item.value()));
    return redis.run("announcing changes", call).replaceWithVoid();
  }

  @Override
  public Uni<Changes> since(long revision) {
    ScriptCall call = new ScriptCall(SINCE);
    call.key(keys.generation());
    call.key(keys.changeRevision());
    call.key(keys.changedItems());
    call.key(keys.countedItems());
    call.argument(revision);
    return redis
        .run("reading changes", call)
        .map(
            answer -> {
              Set<ItemId> items = items(answer.get(2));
              Set<ItemId> alone = new HashSet<>(items(answer.get(3)));
              alone.removeAll(items);
              return new Changes(
                  answer.get(0).toString(), Responses.integer(answer.get(1)), items, alone);
            });
  }

  private static Set<ItemId> items(Response members) {
    return members.stream()
        .map(member -> new ItemId(member.toString()))
        .collect(Collectors.toSet());
  }

  @Override
  public Uni<Void> begin(String generation) {
    Request request = Request.cmd(Command.SET).arg(keys.generation()).arg(generation);
    return redis.send("beginning a generation", request).replaceWithVoid();
  }

  /** Emits whether a generation has begun: if so, the hot state is whole. */
  public Uni<Boolean> hasBegun() {
    Request request = Request.cmd(Command.EXISTS).arg(keys.generation());
    return redis
        .send("reading the generation", request)
        .map(answer -> Responses.integer(answer) == 1);
  }
}
