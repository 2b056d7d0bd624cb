package io.lorecast.store;

import io.lorecast.learning.Forgetting;
import io.lorecast.learning.Learner;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes back what a user taught. The counters come first and the log last, so that an erasure that
 * broke off in between is completed by the next try: a user whose history is empty has nothing left
 * in the counters.
 */
public final class LearningEraser {

  private final Learner learner;
  private final LearningStore learning;
  private final FeedbackLog log;

  /** Creates an eraser. */
  public LearningEraser(Learner learner, LearningStore learning, FeedbackLog log) {
    this.learner = learner;
    this.learning = learning;
    this.log = log;
  }

  /** Erases all of {@code user}; emits how many interactions the log held. */
  public Uni<Long> erase(UserId user) {
    return Uni.combine()
        .all()
        .unis(learning.histories(Set.of(user)), log.ofUser(user))
        .asTuple()
        .chain(read -> takeBack(history(read.getItem1(), user), read.getItem2()))
        // Another process has learned from the user meanwhile: read again.
        .chain(done -> done ? log.removeUser(user) : erase(user));
  }

  private static UserHistory history(Map<UserId, UserHistory> histories, UserId user) {
    return histories.getOrDefault(user, UserHistory.empty(user));
  }

  private Uni<Boolean> takeBack(UserHistory history, List<Interaction> logged) {
    if (history.revision() == 0) {
      return Uni.createFrom().item(true);
    }
    Forgetting forgetting = learner.forget(history.user(), applied(history, logged));
    return learning.forget(
        history.user(), history.revision(), forgetting.pairs(), forgetting.counts());
  }

  /** Leaves out what was logged and never learned from, because the hot state was away. */
  private static List<Interaction> applied(UserHistory history, List<Interaction> logged) {
    long oldestKept =
        history.revision() <= UserHistory.KEPT
            ? Long.MIN_VALUE
            : history.entries().get(0).atMillis();
    return logged.stream()
        .filter(
            interaction ->
                interaction.at().toEpochMilli() < oldestKept
                    || history.contains(interaction.feedbackId()))
        .toList();
  }
}
