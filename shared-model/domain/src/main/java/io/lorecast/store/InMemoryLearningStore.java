package io.lorecast.store;

import io.lorecast.learning.CountIncrement;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearningStep;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.PairIncrement;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@link LearningStore} that forgets everything with its process. */
public final class InMemoryLearningStore implements LearningStore {

  private record Row(ItemId item, Signal signal) {}

  private final InMemoryChangeFeed changes;
  private final Map<UserId, UserHistory> histories = new HashMap<>();
  private final Map<UserId, Set<String>> applied = new HashMap<>();
  private final Map<UserId, Set<ItemId>> seen = new HashMap<>();
  private final Map<Row, Tally<ItemId>> rows = new HashMap<>();
  private final Map<ItemId, InMemoryCounts> counts = new HashMap<>();
  private final InMemoryLikers likers;

  /** Creates a store that announces each applied step's item in {@code changes}; no likers. */
  public InMemoryLearningStore(InMemoryChangeFeed changes) {
    this(changes, 0);
  }

  /**
   * Creates a store.
   *
   * @param likersKept how many of those who liked an item last are kept with it
   */
  public InMemoryLearningStore(InMemoryChangeFeed changes, int likersKept) {
    this.changes = changes;
    this.likers = new InMemoryLikers(likersKept);
  }

  @Override
  public synchronized Uni<Map<UserId, UserHistory>> histories(Collection<UserId> users) {
    Map<UserId, UserHistory> found = new LinkedHashMap<>();
    users.forEach(user -> found.put(user, history(user)));
    return Uni.createFrom().item(found);
  }

  @Override
  public synchronized Uni<List<Outcome>> apply(List<LearningStep> steps) {
    Set<UserId> overtaken = new HashSet<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (LearningStep step : steps) {
      Outcome outcome = overtaken.contains(step.user()) ? refuse(step) : apply(step);
      if (outcome != Outcome.APPLIED) {
        overtaken.add(step.user());
      }
      outcomes.add(outcome);
    }
    return Uni.createFrom().item(outcomes);
  }

  private Outcome refuse(LearningStep step) {
    Set<String> known = applied.getOrDefault(step.user(), Set.of());
    return known.contains(step.entry().feedbackId()) ? Outcome.DUPLICATE : Outcome.CONFLICT;
  }

  private Outcome apply(LearningStep step) {
    UserId user = step.user();
    Set<String> known = applied.computeIfAbsent(user, any -> new HashSet<>());
    if (known.contains(step.entry().feedbackId())) {
      return Outcome.DUPLICATE;
    }
    if (history(user).revision() != step.expectedRevision()) {
      return Outcome.CONFLICT;
    }
    known.add(step.entry().feedbackId());
    histories.put(user, history(user).with(step.entry()));
    seen.computeIfAbsent(user, any -> new HashSet<>()).add(step.entry().item());
    likers.add(user, step.entry());
    add(step.pairs(), List.of(step.count()));
    changes.announceCounted(List.of(step.entry().item()));
    return Outcome.APPLIED;
  }

  private void add(List<PairIncrement> pairs, List<CountIncrement> increments) {
    for (PairIncrement pair : pairs) {
      rows.computeIfAbsent(new Row(pair.row(), pair.signal()), row -> new Tally<>())
          .add(pair.neighbour(), pair.amount());
    }
    for (CountIncrement increment : increments) {
      counts.computeIfAbsent(increment.item(), item -> new InMemoryCounts()).add(increment);
    }
  }

  @Override
  public synchronized Uni<Set<ItemId>> seen(UserId user) {
    return Uni.createFrom().item(Set.copyOf(seen.getOrDefault(user, Set.of())));
  }

  @Override
  public synchronized Uni<Map<ItemId, NeighbourRow>> neighbours(Collection<ItemId> items) {
    Map<ItemId, NeighbourRow> found = new LinkedHashMap<>();
    for (ItemId item : items) {
      found.put(item, new NeighbourRow(row(item, Signal.LIKED), row(item, Signal.OTHER)));
    }
    return Uni.createFrom().item(found);
  }

  @Override
  public synchronized Uni<Map<ItemId, ItemCounts>> counts(Collection<ItemId> items) {
    Map<ItemId, ItemCounts> found = new LinkedHashMap<>();
    for (ItemId item : items) {
      InMemoryCounts known = counts.get(item);
      found.put(item, known == null ? ItemCounts.NONE : known.snapshot());
    }
    return Uni.createFrom().item(found);
  }

  @Override
  public synchronized Uni<Map<ItemId, List<UserId>>> likers(Collection<ItemId> items) {
    Map<ItemId, List<UserId>> found = new LinkedHashMap<>();
    items.forEach(item -> found.put(item, likers.of(item)));
    return Uni.createFrom().item(found);
  }

  @Override
  public boolean keepsLikers() {
    return likers.kept() > 0;
  }

  @Override
  public synchronized Uni<Boolean> forget(
      UserId user, long expectedRevision, List<PairIncrement> pairs, List<CountIncrement> taken) {
    if (history(user).revision() != expectedRevision) {
      return Uni.createFrom().item(false);
    }
    histories.remove(user);
    applied.remove(user);
    seen.remove(user);
    likers.remove(user);
    add(pairs, taken);
    changes.announceCounted(taken.stream().map(CountIncrement::item).toList());
    return Uni.createFrom().item(true);
  }

  private UserHistory history(UserId user) {
    return histories.getOrDefault(user, UserHistory.empty(user));
  }

  private Map<ItemId, Long> row(ItemId item, Signal signal) {
    Tally<ItemId> known = rows.get(new Row(item, signal));
    return known == null ? Map.of() : known.amounts();
  }
}
