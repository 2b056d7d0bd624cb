package io.lorecast.encoding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which encoder reads a text of which language. Thread-safe.
 *
 * <p>Vectors of different encoders must never be compared: items of different languages meet in the
 * knowledge graph and in what users like, not in their texts.
 */
public final class EncodersByLanguage implements AutoCloseable {

  private final Encoder fallback;
  private final Map<String, Encoder> encoders = new HashMap<>();

  /**
   * Creates the choice, and closes all encoders with itself.
   *
   * @param fallback reads every other language
   * @param encoders by BCP 47 tag or the beginning of one, for example {@code zh} or {@code
   *     zh-Hant}; the same encoder may stand there more than once
   */
  public EncodersByLanguage(Encoder fallback, Map<String, Encoder> encoders) {
    this.fallback = fallback;
    encoders.forEach(
        (language, encoder) -> this.encoders.put(language.toLowerCase(Locale.ROOT), encoder));
  }

  /**
   * Returns the encoder of the longest beginning of {@code language}, in whole subtags and whatever
   * their case: {@code zh-Hant-TW} is read by the encoder of {@code zh-Hant}, else by that of
   * {@code zh}, else by the fallback. RFC 4647, section 3.4.
   */
  public Encoder of(String language) {
    String range = language.toLowerCase(Locale.ROOT);
    while (!range.isEmpty()) {
      Encoder encoder = encoders.get(range);
      if (encoder != null) {
        return encoder;
      }
      range = range.substring(0, Math.max(0, range.lastIndexOf('-')));
    }
    return fallback;
  }

  /** Returns the encoder of every language that has none of its own. */
  public Encoder fallback() {
    return fallback;
  }

  /** Returns all encoders, each once. */
  public Set<Encoder> all() {
    Set<Encoder> all = new HashSet<>(encoders.values());
    all.add(fallback);
    return all;
  }

  @Override
  public void close() {
    all().forEach(Encoder::close);
  }
}
