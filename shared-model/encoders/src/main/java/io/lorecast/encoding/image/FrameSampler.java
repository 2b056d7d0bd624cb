package io.lorecast.encoding.image;

import java.util.List;
import java.util.stream.IntStream;

/** Which frames stand for a video: the middles of equal parts, so that the ends weigh no more. */
final class FrameSampler {

  private FrameSampler() {}

  /**
   * Returns the indices of at most {@code wanted} of {@code count} frames, evenly, in order; all of
   * them if there are no more.
   *
   * @param count at least 1
   * @param wanted at least 1
   */
  static List<Integer> sample(int count, int wanted) {
    if (count < 1 || wanted < 1) {
      throw new IllegalArgumentException(
          "count and wanted must be at least 1, were " + count + " and " + wanted);
    }
    int taken = Math.min(count, wanted);
    return IntStream.range(0, taken)
        .mapToObj(i -> (int) ((2L * i + 1) * count / (2L * taken)))
        .toList();
  }
}
