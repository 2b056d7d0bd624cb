package io.lorecast.encoding.onnx;

import java.util.List;

/** How sequences of tokens reach a model: one by one, or several at once. Thread-safe. */
interface SequenceRunner extends AutoCloseable {

  /**
   * Returns the vector of each of {@code sequences}, in their order, shape [d] each, of length 1.
   *
   * @param sequences token ids, shape [n] each, n at least 1
   * @throws io.lorecast.encoding.EncodingException if the model cannot be run
   * @throws IllegalStateException if this is closed
   */
  List<float[]> run(List<int[]> sequences);

  @Override
  void close();
}
