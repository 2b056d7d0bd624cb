package io.lorecast.encoding.onnx;

/** What a {@link SmallDecoder} computes, as loops in double: the oracle of its runs. */
final class DecoderLoops {

  private DecoderLoops() {}

  /** Returns the last token's state, of length 1. */
  static double[] lastState(SmallDecoder decoder, int[] ids) {
    int width = SmallDecoder.WIDTH;
    double[][] x = new double[ids.length][width];
    for (int i = 0; i < ids.length; i++) {
      for (int d = 0; d < width; d++) {
        x[i][d] =
            decoder.weight("tokens")[ids[i] * width + d]
                + decoder.weight("positions")[i * width + d];
      }
    }
    double[] last = x[ids.length - 1];
    double[] query = times(last, decoder.weight("query"));
    double[] context = new double[width];
    for (int head = 0; head < SmallDecoder.HEADS; head++) {
      attend(decoder, x, query, head * SmallDecoder.SIZE, context);
    }
    double[] state = times(context, decoder.weight("projection"));
    double squares = 0;
    for (int d = 0; d < width; d++) {
      state[d] += last[d];
      squares += state[d] * state[d];
    }
    for (int d = 0; d < width; d++) {
      state[d] /= Math.sqrt(squares);
    }
    return state;
  }

  private static void attend(
      SmallDecoder decoder, double[][] x, double[] query, int from, double[] context) {
    double[] shares = new double[x.length];
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      double[] key = times(x[i], decoder.weight("key"));
      double dot = 0;
      for (int d = from; d < from + SmallDecoder.SIZE; d++) {
        dot += query[d] * key[d];
      }
      shares[i] = Math.exp(dot / Math.sqrt(SmallDecoder.SIZE));
      total += shares[i];
    }
    for (int i = 0; i < x.length; i++) {
      double[] value = times(x[i], decoder.weight("value"));
      for (int d = from; d < from + SmallDecoder.SIZE; d++) {
        context[d] += shares[i] / total * value[d];
      }
    }
  }

  private static double[] times(double[] row, float[] matrix) {
    double[] product = new double[row.length];
    for (int d = 0; d < row.length; d++) {
      for (int e = 0; e < row.length; e++) {
        product[e] += row[d] * matrix[d * row.length + e];
      }
    }
    return product;
  }
}
