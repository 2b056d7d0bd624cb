package io.lorecast.feedback;

import io.lorecast.model.Interaction;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.GroupCommit;
import io.lorecast.store.LearningStore.Outcome;
import io.lorecast.store.LearningWriter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the two group commits: while one group is being learned from, the next is logged. */
final class FeedbackBeans {

  @Produces
  @Singleton
  GroupCommit<Interaction, Interaction> log(FeedbackLog log, FeedbackConfig config) {
    return new GroupCommit<>(
        config.logGroup(), group -> log.append(group).replaceWith(group));
  }

  @Produces
  @Singleton
  GroupCommit<Interaction, Outcome> learning(LearningWriter writer, FeedbackConfig config) {
    return new GroupCommit<>(config.learnGroup(), writer::learn);
  }
}
