package io.lorecast.learning;

import io.lorecast.model.Interaction;
import io.lorecast.model.UserId;
import java.util.Collection;
import java.util.List;

/**
 * What one interaction changes: the neighbour counters of the items around it in its user's
 * history, and the counters of its own item.
 *
 * <p>Each pair of a user's events at most a window apart adds to the row of either item (the row of
 * likes or the other one, by that item's event) for the other item, if that was liked. An event
 * that arrives late takes its place in time: the pairs that it pushes apart are corrected in the
 * same step. So the sums depend on the events alone, never on the order in which they arrived.
 * O(window²) for a late event, O(window) for one in order.
 *
 * <p>Exact as long as an event is not older than all of the last {@link UserHistory#KEPT} of its
 * user. Pure and thread-safe.
 */
public final class Learner {

  private final InteractionWeights weights;
  private final NeighbourCounters counters;
  private final ForwardDecay popularity;
  private final ForwardDecay trend;

  /** Creates a learner. */
  public Learner(InteractionWeights weights, LearnerSettings settings) {
    this.weights = weights;
    this.counters = new NeighbourCounters(settings.window(), settings.nearness());
    this.popularity = new ForwardDecay(settings.popularityHalfLife());
    this.trend = new ForwardDecay(settings.trendHalfLife());
  }

  /**
   * Returns what {@code interaction} changes.
   *
   * @param history the user's, as it is now; must not hold the interaction yet
   */
  public LearningStep step(UserHistory history, Interaction interaction) {
    HistoryEntry entry = weights.entry(interaction);
    PairSums sums = new PairSums();
    int position = history.positionOf(entry);
    addOwnPairs(sums, history.entries(), position, entry);
    correctPairsPushedApart(sums, history.entries(), position);
    return new LearningStep(
        history.user(),
        history.revision(),
        entry,
        sums.increments(1),
        count(interaction, entry, 1));
  }

  /**
   * Returns what undoes all that the interactions of {@code user} added, in whatever order they
   * arrived.
   *
   * @param whole every interaction of the user, each once, in any order
   */
  public Forgetting forget(UserId user, Collection<Interaction> whole) {
    List<HistoryEntry> entries = whole.stream().map(weights::entry).sorted().toList();
    PairSums sums = new PairSums();
    for (int position = 0; position < entries.size(); position++) {
      addPairsBefore(sums, entries, position, entries.get(position));
    }
    List<CountIncrement> counts =
        whole.stream().map(one -> count(one, weights.entry(one), -1)).toList();
    return new Forgetting(user, sums.increments(-1), counts);
  }

  private void addOwnPairs(
      PairSums sums, List<HistoryEntry> entries, int position, HistoryEntry entry) {
    addPairsBefore(sums, entries, position, entry);
    int end = Math.min(entries.size(), position + counters.window());
    for (int after = position; after < end; after++) {
      sums.add(entry, entries.get(after), counters.amount(after - position + 1));
    }
  }

  private void addPairsBefore(
      PairSums sums, List<HistoryEntry> entries, int position, HistoryEntry entry) {
    int start = Math.max(0, position - counters.window());
    for (int before = position - 1; before >= start; before--) {
      sums.add(entry, entries.get(before), counters.amount(position - before));
    }
  }

  private void correctPairsPushedApart(PairSums sums, List<HistoryEntry> entries, int position) {
    int start = Math.max(0, position - counters.window());
    for (int before = start; before < position; before++) {
      int end = Math.min(entries.size(), before + counters.window() + 1);
      for (int after = position; after < end; after++) {
        int distance = after - before;
        long change = counters.amount(distance + 1) - counters.amount(distance);
        sums.add(entries.get(before), entries.get(after), change);
      }
    }
  }

  private CountIncrement count(Interaction interaction, HistoryEntry entry, int sign) {
    boolean liked = entry.signal() == Signal.LIKED;
    long at = entry.atMillis();
    return new CountIncrement(
        entry.item(),
        sign,
        liked ? sign : 0,
        popularity.epoch(at),
        liked ? sign * popularity.amount(at) : 0,
        trend.epoch(at),
        liked ? sign * trend.amount(at) : 0,
        interaction.context());
  }
}
