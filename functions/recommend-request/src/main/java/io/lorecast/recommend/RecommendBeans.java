package io.lorecast.recommend;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the mapper from the configuration. */
final class RecommendBeans {

  @Produces
  @Singleton
  RecommendMapper mapper(RecommendConfig config) {
    return new RecommendMapper(config);
  }
}
