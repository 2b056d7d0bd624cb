package io.lorecast.encoding;

import io.lorecast.hash.Sha256;
import io.lorecast.store.VectorStore;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Texts as vectors, each text encoded once: what was encoded before, by the same encoder, is read
 * from a cache under the hash of the text. Thread-safe; never blocks the caller.
 */
public final class EncodedTexts {

  private final Encoder encoder;
  private final VectorStore<String> cache;
  private final Executor workers;

  /**
   * Creates the pair of an encoder and its cache.
   *
   * @param workers where the encoder runs; what they reject fails, to be tried again
   */
  public EncodedTexts(Encoder encoder, VectorStore<String> cache, Executor workers) {
    this.encoder = encoder;
    this.cache = cache;
    this.workers = workers;
  }

  /** Returns d, the length of every vector. */
  public int dimension() {
    return encoder.dimension();
  }

  /** Returns what makes the vectors, see {@link Encoder#version()}. */
  public String version() {
    return encoder.version();
  }

  /**
   * Emits the vector of each of {@code texts}, shape [d], of length 1. Fails with {@link
   * EncodingException} or {@link io.lorecast.store.StoreException}.
   */
  public Uni<Map<String, Embedding>> of(Collection<String> texts) {
    Map<String, String> textByKey =
        texts.stream().distinct().collect(Collectors.toMap(this::key, Function.identity()));
    return cache
        .findAll(textByKey.keySet())
        .flatMap(known -> withMissing(textByKey, known))
        .map(vectors -> byText(textByKey, vectors));
  }

  private Uni<Map<String, Embedding>> withMissing(
      Map<String, String> textByKey, Map<String, Embedding> known) {
    Map<String, String> missing = new HashMap<>(textByKey);
    missing.keySet().removeAll(known.keySet());
    if (missing.isEmpty()) {
      return Uni.createFrom().item(known);
    }
    return Uni.createFrom()
        .item(() -> encode(missing))
        .runSubscriptionOn(workers)
        .call(cache::saveAll)
        .invoke(encoded -> encoded.putAll(known));
  }

  /** Blocking: some milliseconds a text. */
  private Map<String, Embedding> encode(Map<String, String> textByKey) {
    List<String> keys = List.copyOf(textByKey.keySet());
    List<Embedding> encoded = encoder.encodeAll(keys.stream().map(textByKey::get).toList());
    Map<String, Embedding> vectors = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      vectors.put(keys.get(i), encoded.get(i));
    }
    return vectors;
  }

  private static Map<String, Embedding> byText(
      Map<String, String> textByKey, Map<String, Embedding> vectors) {
    Map<String, Embedding> result = new HashMap<>();
    vectors.forEach((key, vector) -> result.put(textByKey.getOrDefault(key, key), vector));
    return result;
  }

  /** Returns the encoder's version and the SHA-256 of the text, 64 hexadecimal digits. */
  private String key(String text) {
    return encoder.version() + ":" + Sha256.hex(text);
  }
}
