package io.lorecast.feedback;

import io.lorecast.assembly.LearningConfig;
import io.lorecast.learning.BlendLearner;
import io.lorecast.model.Interaction;
import io.lorecast.ranking.BlendTrainer;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.GroupCommit;
import io.lorecast.store.LearningStore.Outcome;
import io.lorecast.store.LearningWriter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the two group commits: while one group is being learned from, the next is logged. */
final class FeedbackBeans {

  @Produces
  @Singleton
  GroupCommit<Interaction, Interaction> log(FeedbackLog log, FeedbackConfig config) {
    return new GroupCommit<>(config.logGroup(), group -> log.append(group).replaceWith(group));
  }

  @Produces
  @Singleton
  GroupCommit<Interaction, Outcome> learning(
      LearningWriter writer,
      WeightLearning weights,
      SequenceLearning sequence,
      FeedbackConfig config,
      LearningConfig learning) {
    return new GroupCommit<>(
        config.learnGroup(),
        group ->
            (config.learnWeights() ? weights.observe(group) : Uni.createFrom().voidItem())
                .chain(() -> writer.learn(group))
                .call(
                    outcomes ->
                        learning.sequence()
                            ? sequence.observe(group, outcomes)
                            : Uni.createFrom().voidItem()));
  }

  @Produces
  @Singleton
  BlendTrainer blendTrainer(RankingSettings settings) {
    return new BlendTrainer(settings, BlendLearner.defaults());
  }
}
