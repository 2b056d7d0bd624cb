package io.lorecast.recommend;

import io.lorecast.assembly.NeighbourRows;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.Affinity;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.ScoredItem;
import io.lorecast.ranking.UserRanker;
import io.lorecast.store.LearningStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds users: not among all there are, but among those who liked last what matters here. Where no
 * likers are kept (the default), it refuses.
 */
@Singleton
class People {

  /** By how many items others are found. */
  private static final int SEEDS = 20;

  /** How many of the others, those found by most items, are looked at closely. */
  private static final int CANDIDATES = 50;

  private final LearningStore learning;
  private final NeighbourRows rows;
  private final Ranker ranker;
  private final UserRanker users;
  private final Clock clock;

  People(LearningStore learning, NeighbourRows rows, Ranker ranker, UserRanker users, Clock clock) {
    this.learning = learning;
    this.rows = rows;
    this.ranker = ranker;
    this.users = users;
    this.clock = clock;
  }

  /**
   * Emits the users who like what the user of {@code reading} likes.
   *
   * @throws InvalidEventException if no likers are kept
   */
  Uni<List<Affinity>> like(Reading reading, int k) {
    requireLikers();
    UserHistory self = reading.user().history();
    List<ItemId> seeds = new ArrayList<>(UserRanker.lastLikes(self, SEEDS));
    // Who has liked one thing that hardly anybody knows is like those who like what is like it.
    seeds.stream().findFirst().ifPresent(last -> seeds.addAll(similar(reading, last)));
    return candidates(seeds, Set.of(self.user()))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(others -> users.like(self, others, k, reading.catalogue(), clock.instant()));
  }

  /**
   * Emits the users who would like {@code item} and have not met it.
   *
   * @throws InvalidEventException if no likers are kept, or the item is not in the catalogue
   */
  Uni<List<Affinity>> audience(Reading reading, ItemId item, int k) {
    requireLikers();
    if (reading.catalogue().find(item).isEmpty()) {
      throw new InvalidEventException("itemId", "must be in the catalogue, was " + item);
    }
    List<ItemId> near = new ArrayList<>(List.of(item));
    near.addAll(similar(reading, item));
    return learning
        .likers(List.of(item))
        .chain(met -> candidates(near, met.getOrDefault(item, List.of())))
        .map(others -> others.stream().filter(other -> !hasMet(other, item)).toList())
        .chain(others -> ranked(reading, item, near, others, k));
  }

  private void requireLikers() {
    if (!learning.keepsLikers()) {
      throw new InvalidEventException(
          "task", "must be another here: who likes what is not kept for others");
    }
  }

  private List<ItemId> similar(Reading reading, ItemId item) {
    return ranker
        .similar(
            RankRequest.best(SEEDS, Set.of()),
            item,
            reading.rows(),
            reading.catalogue(),
            clock.instant())
        .stream()
        .map(ScoredItem::id)
        .toList();
  }

  private static boolean hasMet(UserHistory history, ItemId item) {
    return history.entries().stream().anyMatch(entry -> entry.item().equals(item));
  }

  private Uni<List<Affinity>> ranked(
      Reading reading, ItemId item, List<ItemId> near, List<UserHistory> others, int k) {
    Set<ItemId> wanted =
        others.stream()
            .flatMap(other -> ranker.rowsWanted(other).stream())
            .collect(Collectors.toUnmodifiableSet());
    BlendWeights weights = reading.weights();
    return rows.of(wanted)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            found ->
                users.audience(
                    item, near, others, found, reading.catalogue(), weights, k, clock.instant()));
  }

  /** Emits the histories of those who liked most of {@code seeds} last, without {@code others}. */
  private Uni<List<UserHistory>> candidates(List<ItemId> seeds, Collection<UserId> others) {
    return learning
        .likers(seeds)
        .map(likers -> mostFound(likers.values(), others))
        .chain(learning::histories)
        .map(histories -> List.copyOf(histories.values()));
  }

  private static List<UserId> mostFound(
      Collection<List<UserId>> likers, Collection<UserId> without) {
    Map<UserId, Integer> found = new HashMap<>();
    likers.forEach(some -> some.forEach(user -> found.merge(user, 1, Integer::sum)));
    found.keySet().removeAll(Set.copyOf(without));
    return found.entrySet().stream()
        .sorted(
            Map.Entry.<UserId, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().value()))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
