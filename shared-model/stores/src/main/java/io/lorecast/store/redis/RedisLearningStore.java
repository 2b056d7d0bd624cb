package io.lorecast.store.redis;

import io.lorecast.learning.CountIncrement;
import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearningStep;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.PairIncrement;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.LearningStore;
import io.lorecast.store.StoreException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@link LearningStore} whose every change is one script, so that it happens whole or not at all.
 * A group of steps is one call.
 */
public final class RedisLearningStore implements LearningStore {

  private static final RedisScript APPLY = RedisScript.of("counters.lua", "apply.lua");
  private static final RedisScript FORGET = RedisScript.of("counters.lua", "forget.lua");

  private final RedisCommands redis;
  private final RedisKeys keys;
  private final int likersKept;

  /**
   * Creates the store of one tenant.
   *
   * @param likersKept how many of those who liked an item last are kept with it; 0 keeps none
   */
  public RedisLearningStore(RedisCommands redis, RedisKeys keys, int likersKept) {
    this.redis = redis;
    this.keys = keys;
    this.likersKept = likersKept;
  }

  @Override
  public Uni<Map<UserId, UserHistory>> histories(Collection<UserId> users) {
    List<UserId> asked = users.stream().distinct().toList();
    // The revision first: should a step come between, its expectation is outdated, never wrong.
    List<Request> requests =
        asked.stream()
            .flatMap(
                user ->
                    Stream.of(
                        Request.cmd(Command.SCARD).arg(keys.applied(user)),
                        Request.cmd(Command.ZRANGE).arg(keys.history(user)).arg(0).arg(-1)))
            .toList();
    return redis
        .sendAll("reading histories", requests)
        .map(
            answers -> {
              Map<UserId, UserHistory> found = new LinkedHashMap<>();
              for (int i = 0; i < asked.size(); i++) {
                UserId user = asked.get(i);
                found.put(user, history(user, answers.get(2 * i), answers.get(2 * i + 1)));
              }
              return found;
            });
  }

  private static UserHistory history(UserId user, Response revision, Response members) {
    try {
      List<HistoryEntry> entries =
          members.stream().map(member -> EntryCodec.decode(member.toString())).sorted().toList();
      return new UserHistory(user, Responses.integer(revision), entries);
    } catch (IllegalArgumentException e) {
      throw new StoreException("reading the history of " + user, e);
    }
  }

  @Override
  public Uni<List<Outcome>> apply(List<LearningStep> steps) {
    if (steps.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    IncrementCall increments = new IncrementCall(APPLY, keys);
    increments.call().argument(UserHistory.KEPT).argument(likersKept).argument(steps.size());
    for (LearningStep step : steps) {
      HistoryEntry entry = step.entry();
      increments.user(step.user());
      increments.call().argument(entry.feedbackId()).argument(step.expectedRevision());
      increments.call().argument(entry.atMillis()).argument(EntryCodec.encode(entry));
      increments.call().argument(entry.item().value()).argument(step.user().value());
      increments.call().argument(entry.signal() == Signal.LIKED ? 1 : 0);
      increments.call().keyArgument(keys.likers(entry.item()));
      increments.counts(step.count()).pairs(step.pairs());
    }
    return redis
        .run("learning", increments.call())
        .map(
            answer ->
                answer.stream()
                    .map(code -> Outcome.values()[(int) Responses.integer(code)])
                    .toList());
  }

  @Override
  public Uni<Set<ItemId>> seen(UserId user) {
    Request request = Request.cmd(Command.SMEMBERS).arg(keys.seen(user));
    return redis
        .send("reading the items that a user has seen", request)
        .map(
            answer ->
                answer.stream()
                    .map(member -> new ItemId(member.toString()))
                    .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Uni<Map<ItemId, NeighbourRow>> neighbours(Collection<ItemId> rows) {
    List<ItemId> asked = rows.stream().distinct().toList();
    List<Request> requests =
        asked.stream()
            .flatMap(item -> Stream.of(Signal.LIKED, Signal.OTHER).map(s -> row(item, s)))
            .toList();
    return redis
        .sendAll("reading neighbours", requests)
        .map(
            answers -> {
              Map<ItemId, NeighbourRow> found = new LinkedHashMap<>();
              for (int i = 0; i < asked.size(); i++) {
                found.put(
                    asked.get(i),
                    new NeighbourRow(amounts(answers.get(2 * i)), amounts(answers.get(2 * i + 1))));
              }
              return found;
            });
  }

  private Request row(ItemId item, Signal signal) {
    return Request.cmd(Command.HGETALL).arg(keys.neighbours(item, signal));
  }

  private static Map<ItemId, Long> amounts(Response row) {
    Map<ItemId, Long> amounts = new HashMap<>();
    Responses.eachField(
        row, (item, amount) -> amounts.put(new ItemId(item), Responses.integer(amount)));
    return amounts;
  }

  @Override
  public Uni<Map<ItemId, ItemCounts>> counts(Collection<ItemId> items) {
    return each(
        "reading counts",
        items,
        item -> Request.cmd(Command.HGETALL).arg(keys.counts(item)),
        answer -> CountFields.counts(Responses.longs(answer)));
  }

  @Override
  public Uni<Map<ItemId, List<UserId>>> likers(Collection<ItemId> items) {
    return each(
        "reading likers",
        items,
        item -> Request.cmd(Command.ZREVRANGE).arg(keys.likers(item)).arg(0).arg(-1),
        answer -> answer.stream().map(user -> new UserId(user.toString())).toList());
  }

  @Override
  public boolean keepsLikers() {
    return likersKept > 0;
  }

  /** Emits what {@code reading} makes of the answer to the request of each item. */
  private <T> Uni<Map<ItemId, T>> each(
      String doing,
      Collection<ItemId> items,
      Function<ItemId, Request> request,
      Function<Response, T> reading) {
    List<ItemId> asked = items.stream().distinct().toList();
    return redis
        .sendAll(doing, asked.stream().map(request).toList())
        .map(
            answers -> {
              Map<ItemId, T> found = new LinkedHashMap<>();
              for (int i = 0; i < asked.size(); i++) {
                found.put(asked.get(i), reading.apply(answers.get(i)));
              }
              return found;
            });
  }

  @Override
  public Uni<Boolean> forget(
      UserId user, long expectedRevision, List<PairIncrement> pairs, List<CountIncrement> counts) {
    IncrementCall increments = new IncrementCall(FORGET, keys).user(user);
    increments.call().argument(expectedRevision).argument(user.value()).argument(counts.size());
    for (CountIncrement count : counts) {
      increments.call().argument(count.item().value()).keyArgument(keys.likers(count.item()));
      increments.counts(count);
    }
    increments.pairs(pairs);
    return redis
        .run("forgetting a user", increments.call())
        .map(forgotten -> Responses.integer(forgotten) == 1);
  }
}
