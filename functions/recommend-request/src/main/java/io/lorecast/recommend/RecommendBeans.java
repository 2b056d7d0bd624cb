package io.lorecast.recommend;

import io.lorecast.learning.InteractionWeights;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.LearningStore;
import io.lorecast.store.UserStates;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the pure parts. */
final class RecommendBeans {

  @Produces
  @Singleton
  Ranker ranker(RankingSettings settings) {
    return new Ranker(settings);
  }

  @Produces
  @Singleton
  RecommendMapper mapper(RecommendConfig config) {
    return new RecommendMapper(config);
  }

  @Produces
  @Singleton
  UserStates userStates(LearningStore hot, FeedbackLog log, InteractionWeights weights) {
    return new UserStates(hot, log, weights);
  }
}
