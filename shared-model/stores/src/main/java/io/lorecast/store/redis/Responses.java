package io.lorecast.store.redis;

import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Reading what Redis answers, whichever version of its protocol was agreed on. */
final class Responses {

  private Responses() {}

  /** Passes each field of a hash on; a map in version 3 of the protocol, a flat list in 2. */
  static void eachField(Response hash, BiConsumer<String, Response> consumer) {
    if (hash.isMap()) {
      hash.getKeys().forEach(field -> consumer.accept(field, hash.get(field)));
      return;
    }
    for (int i = 0; i + 1 < hash.size(); i += 2) {
      consumer.accept(hash.get(i).toString(), hash.get(i + 1));
    }
  }

  /** Returns an answer that is an integer, or text that is one. */
  static long integer(Response answer) {
    return Objects.requireNonNull(answer.toLong());
  }

  /** Returns the integers of a hash by field. */
  static Map<String, Long> longs(Response hash) {
    Map<String, Long> longs = new HashMap<>();
    eachField(hash, (field, value) -> longs.put(field, integer(value)));
    return longs;
  }
}
