package io.lorecast.learning;

import io.lorecast.model.Interaction;
import io.lorecast.model.UserId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies steps as a store does: each event once, sums of whole numbers. */
final class Counters {

  private final Map<List<Object>, Long> sums = new HashMap<>();
  private final Set<String> applied = new HashSet<>();
  private UserHistory history;

  Counters(UserId user) {
    this.history = UserHistory.empty(user);
  }

  void learn(Learner learner, Interaction interaction) {
    if (applied.add(interaction.feedbackId())) {
      LearningStep step = learner.step(history, interaction);
      step.pairs().forEach(this::add);
      add(step.count());
      history = history.with(step.entry());
    }
  }

  void forget(Forgetting forgetting) {
    forgetting.pairs().forEach(this::add);
    forgetting.counts().forEach(this::add);
  }

  /** Returns the sums that are not zero. */
  Map<List<Object>, Long> sums() {
    Map<List<Object>, Long> left = new HashMap<>(sums);
    left.values().removeIf(sum -> sum == 0);
    return left;
  }

  UserHistory history() {
    return history;
  }

  private void add(PairIncrement pair) {
    sums.merge(List.of(pair.row(), pair.signal(), pair.neighbour()), pair.amount(), Long::sum);
  }

  private void add(CountIncrement count) {
    sums.merge(List.of(count.item(), "events"), count.events(), Long::sum);
    sums.merge(List.of(count.item(), "likes"), count.likes(), Long::sum);
    sums.merge(
        List.of(count.item(), "popularity", count.popularityEpoch()),
        count.popularity(),
        Long::sum);
    sums.merge(List.of(count.item(), "trend", count.trendEpoch()), count.trend(), Long::sum);
  }
}
