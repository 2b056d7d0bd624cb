package io.lorecast.allinone;

import io.lorecast.itemadded.EncodeQueryFunction;
import io.lorecast.recommend.QueryEncoder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Where the encoder is in the same process, a search asks it without HTTP between them. */
final class LocalQueryEncoder {

  @Produces
  @Singleton
  Optional<QueryEncoder> queryEncoder(EncodeQueryFunction encoder) {
    return Optional.of(encoder::onEncodeQuery);
  }
}
