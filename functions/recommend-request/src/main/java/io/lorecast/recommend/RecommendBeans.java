package io.lorecast.recommend;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the mapper from the configuration. */
final class RecommendBeans {

  @Produces
  @Singleton
  RecommendMapper mapper(RecommendConfig config) {
    return new RecommendMapper(config);
  }

  @Produces
  @Singleton
  @DefaultBean // where the encoder is in the same process, it need not be asked over HTTP
  Optional<QueryEncoder> queryEncoder(
      RecommendConfig config,
      @ConfigProperty(name = "lorecast.api-key") Optional<String> key,
      ObjectMapper json) {
    Duration timeout = config.encoder().timeout();
    return config.encoder().url().map(url -> new HttpQueryEncoder(url, key, timeout, json));
  }
}
