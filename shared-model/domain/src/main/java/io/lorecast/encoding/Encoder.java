package io.lorecast.encoding;

import io.lorecast.vector.Embedding;
import java.util.List;

/**
 * Turns a text into a vector.
 *
 * <p>Thread-safe. Blocking: a call takes milliseconds of one core, so call it from a worker thread.
 */
public interface Encoder extends AutoCloseable {

  /**
   * Returns the vector of {@code text}, shape [{@link #dimension()}], of length 1. Every text has
   * one: an empty text the vector of nothing said, a long one that of all its parts.
   *
   * @throws EncodingException if the model cannot be run
   */
  Embedding encode(String text);

  /**
   * Returns the vector of each of {@code texts}, in their order; at once where that is faster.
   *
   * @throws EncodingException if the model cannot be run
   */
  default List<Embedding> encodeAll(List<String> texts) {
    return texts.stream().map(this::encode).toList();
  }

  /**
   * Returns the vector of a text that is searched for, to be compared with those of {@link
   * #encode}: some models want the two told apart. The same as {@link #encode} for all others.
   *
   * @throws EncodingException if the model cannot be run
   */
  default Embedding encodeQuery(String text) {
    return encode(text);
  }

  /** Returns d, the length of every vector of this encoder. */
  int dimension();

  /**
   * Returns what made the vectors: model hash, precision, most tokens, pooling, prefixes, windows.
   * Vectors of different versions must never be compared.
   */
  String version();

  /** Returns what this encoder runs on; unless it says otherwise, Java on the CPU. */
  default EncoderStatus status() {
    return new EncoderStatus(version(), dimension(), "cpu", "java", "fp32");
  }

  @Override
  void close();
}
