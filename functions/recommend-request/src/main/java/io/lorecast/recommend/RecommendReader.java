package io.lorecast.recommend;

import io.lorecast.assembly.NeighbourRows;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.EntityStore;
import io.lorecast.store.StoreException;
import io.lorecast.store.UserState;
import io.lorecast.store.UserStates;
import io.lorecast.store.WeightStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Reads what an answer is made from. A part that cannot be had is named and done without: a user is
 * better served by the rest than by an error.
 */
@Singleton
class RecommendReader {

  /** What has changed lately, items and counters, is not in this answer. */
  private static final String CHANGES = "changes";

  /** The hot state was lost and waits for a rebuild: counters are incomplete. */
  private static final String HOT_STATE = "hot-state";

  private static final String HISTORY = "history";
  private static final String NEIGHBOURS = "neighbours";
  private static final String WEIGHTS = "weights";
  private static final String LABELS = "labels";
  private static final UserId NOBODY = new UserId("nobody");

  private final CatalogueReplica replica;
  private final UserStates states;
  private final NeighbourRows rows;
  private final WeightStore weights;
  private final EntityStore entities;
  private final Ranker ranker;

  RecommendReader(
      CatalogueReplica replica,
      UserStates states,
      NeighbourRows rows,
      WeightStore weights,
      EntityStore entities,
      Ranker ranker) {
    this.replica = replica;
    this.states = states;
    this.rows = rows;
    this.weights = weights;
    this.entities = entities;
    this.ranker = ranker;
  }

  /** Emits what an answer to {@code asked} is made from; never fails. */
  Uni<Reading> read(Asked asked) {
    Queue<String> missing = new ConcurrentLinkedQueue<>();
    // The refresh comes first: it tells whether the hot history can be trusted.
    return refresh(missing)
        .chain(
            () ->
                Uni.combine().all().unis(users(asked.users(), missing), weights(missing)).asTuple())
        .chain(
            read ->
                rows(wanted(asked, read.getItem1()), missing)
                    .map(rows -> reading(read.getItem1(), rows, read.getItem2(), missing)));
  }

  /** Emits {@code ranked}, whose reasons call entities what they are called now; never fails. */
  Uni<Ranked> labelled(Ranked ranked) {
    Set<EntityId> named = ranked.entities();
    return named.isEmpty()
        ? Uni.createFrom().item(ranked)
        : entities
            .findAll(named)
            .map(ranked::labelled)
            .onFailure(StoreException.class)
            .recoverWithItem(() -> ranked.without(LABELS));
  }

  private Reading reading(
      List<UserState> users,
      Map<ItemId, NeighbourRow> found,
      BlendWeights blend,
      Queue<String> missing) {
    return new Reading(
        replica.catalogue(),
        replica.modelVersion(),
        users,
        found,
        blend,
        missing.stream().distinct().sorted().toList());
  }

  private Uni<Void> refresh(Queue<String> missing) {
    return replica
        .refresh()
        .invoke(
            () -> {
              if (!replica.isHotStateComplete()) {
                missing.add(HOT_STATE);
              }
            })
        .onFailure()
        .invoke(() -> missing.add(CHANGES))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<List<UserState>> users(List<UserId> users, Queue<String> missing) {
    if (users.isEmpty()) {
      return Uni.createFrom().item(List.of(nothing(NOBODY)));
    }
    return Uni.join().all(users.stream().map(user -> user(user, missing)).toList()).andFailFast();
  }

  private static UserState nothing(UserId user) {
    return new UserState(UserHistory.empty(user), Set.of());
  }

  private Uni<UserState> user(UserId user, Queue<String> missing) {
    Uni<UserState> logged = states.logged(user);
    return states
        .hot(user)
        .chain(state -> replica.isHotStateComplete() ? Uni.createFrom().item(state) : logged)
        .onFailure()
        .recoverWithUni(logged)
        .onFailure()
        .recoverWithItem(
            () -> {
              missing.add(HISTORY);
              return nothing(user);
            });
  }

  private Uni<BlendWeights> weights(Queue<String> missing) {
    return weights
        .current()
        .map(stored -> stored.map(WeightStore.StoredWeights::blend).orElseGet(BlendWeights::start))
        .onFailure()
        .recoverWithItem(
            () -> {
              missing.add(WEIGHTS);
              return BlendWeights.start();
            });
  }

  private Set<ItemId> wanted(Asked asked, List<UserState> users) {
    RankRequest rank = asked.rank();
    return switch (asked.task()) {
      case SIMILAR_ITEMS -> asked.similarTo().map(Set::of).orElse(Set.of());
      case AUDIENCE -> asked.audienceOf().map(Set::of).orElse(Set.of());
      case ITEMS, GROUP ->
          users.stream()
              .flatMap(
                  user ->
                      ranker.rowsWanted(user.history(), rank.session(), rank.explain()).stream())
              .collect(Collectors.toUnmodifiableSet());
      default -> Set.of();
    };
  }

  private Uni<Map<ItemId, NeighbourRow>> rows(Collection<ItemId> wanted, Queue<String> missing) {
    return wanted.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : rows.of(wanted)
            .onFailure()
            .recoverWithItem(
                () -> {
                  missing.add(NEIGHBOURS);
                  return Map.of();
                });
  }
}
