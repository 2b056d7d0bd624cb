package io.lorecast.recommend;

import io.lorecast.events.EncodeQuery;
import io.lorecast.events.QueryEncoded;
import io.smallrye.mutiny.Uni;

/** Reads queries by the catalogue's encoder, which is elsewhere. */
@FunctionalInterface
public interface QueryEncoder {

  /** Emits {@code query} as the encoder reads it; fails if the encoder cannot be asked. */
  Uni<QueryEncoded> encode(EncodeQuery query);
}
