package io.lorecast.encoding;

import java.util.List;

/**
 * Turns an image into a vector, and says how it is classed.
 *
 * <p>Thread-safe. Blocking: a call takes tens of milliseconds of one core, so call it from a worker
 * thread.
 */
public interface ImageEncoder extends AutoCloseable {

  /**
   * Returns what the model makes of {@code image}: a file's bytes, of an animation the first frame.
   * The same bytes give the same bits.
   *
   * @throws ImageException if these bytes cannot be meant or are beyond what is taken: always so
   * @throws EncodingException if the model cannot be run
   */
  EncodedImage encode(byte[] image);

  /** Returns d, the length of every vector of this encoder. */
  int dimension();

  /** Returns the names of the scores, in the model's order; empty if it only makes vectors. */
  List<String> labels();

  /**
   * Returns what made the vectors: model hash, precision, preprocessing. Vectors of different
   * versions must never be compared.
   */
  String version();

  @Override
  void close();
}
