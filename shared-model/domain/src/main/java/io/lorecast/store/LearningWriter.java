package io.lorecast.store;

import io.lorecast.learning.Learner;
import io.lorecast.learning.LearningStep;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.UserId;
import io.lorecast.store.LearningStore.Outcome;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from groups of interactions: reads the histories of their users in one trip, computes
 * every step, applies them in one trip, and repeats what another writer overtook. The one way by
 * which counters change, whether an event is new or replayed.
 */
public final class LearningWriter {

  private final Learner learner;
  private final LearningStore store;

  /** Creates a writer. */
  public LearningWriter(Learner learner, LearningStore store) {
    this.learner = learner;
    this.store = store;
  }

  /**
   * Applies each interaction once; emits for each, in order, whether it was {@link Outcome#APPLIED}
   * now or is a {@link Outcome#DUPLICATE}.
   */
  public Uni<List<Outcome>> learn(List<Interaction> interactions) {
    Outcome[] outcomes = new Outcome[interactions.size()];
    return attempt(interactions, outcomes).map(done -> List.of(outcomes));
  }

  private Uni<Void> attempt(List<Interaction> interactions, Outcome[] outcomes) {
    List<Integer> open = open(outcomes);
    if (open.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UserId> users = open.stream().map(i -> interactions.get(i).user()).distinct().toList();
    return store
        .histories(users)
        .map(histories -> steps(interactions, open, histories, outcomes))
        .chain(steps -> apply(steps, outcomes))
        .chain(() -> attempt(interactions, outcomes));
  }

  private static List<Integer> open(Outcome[] outcomes) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i] == null || outcomes[i] == Outcome.CONFLICT) {
        open.add(i);
      }
    }
    return open;
  }

  /**
   * Returns the step of each open interaction by its index, computed on the history that the steps
   * before it leave; what the history holds already is no step but a duplicate.
   */
  private Map<Integer, LearningStep> steps(
      List<Interaction> interactions,
      Collection<Integer> open,
      Map<UserId, UserHistory> histories,
      Outcome[] outcomes) {
    Map<UserId, UserHistory> current = new HashMap<>(histories);
    Map<Integer, LearningStep> steps = new LinkedHashMap<>();
    for (int index : open) {
      Interaction interaction = interactions.get(index);
      UserHistory history = current.computeIfAbsent(interaction.user(), UserHistory::empty);
      if (history.contains(interaction.feedbackId())) {
        outcomes[index] = Outcome.DUPLICATE;
      } else {
        LearningStep step = learner.step(history, interaction);
        steps.put(index, step);
        current.put(interaction.user(), history.with(step.entry()));
      }
    }
    return steps;
  }

  private Uni<Void> apply(Map<Integer, LearningStep> steps, Outcome[] outcomes) {
    if (steps.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return store
        .apply(List.copyOf(steps.values()))
        .invoke(
            applied -> {
              int next = 0;
              for (int index : steps.keySet()) {
                outcomes[index] = applied.get(next++);
              }
            })
        .replaceWithVoid();
  }
}
