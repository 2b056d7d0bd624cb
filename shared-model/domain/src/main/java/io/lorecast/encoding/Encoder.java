package io.lorecast.encoding;

import io.lorecast.vector.Embedding;

/**
 * Turns a text into a vector.
 *
 * <p>Thread-safe. Blocking: a call takes milliseconds of one core, so call it from a worker thread.
 */
public interface Encoder extends AutoCloseable {

  /**
   * Returns the vector of {@code text}, shape [{@link #dimension()}], of length 1.
   *
   * @throws EncodingException if the model cannot be run
   */
  Embedding encode(String text);

  /** Returns d, the length of every vector of this encoder. */
  int dimension();

  /**
   * Returns what made the vectors: model hash, precision, maximum length, pooling. Vectors of
   * different versions must never be compared.
   */
  String version();

  @Override
  void close();
}
