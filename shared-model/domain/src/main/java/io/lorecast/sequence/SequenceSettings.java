package io.lorecast.sequence;

/**
 * The constants of {@link SequenceLearner}; those that readers share are in {@link
 * SequenceExample}.
 *
 * @param negatives how many unseen items stand against each liked one, at least 1
 * @param rate step size of the gradient descent, above 0
 * @param softening added to the mean square of past gradients, so that the first steps of a row are
 *     no leaps; above 0
 * @param longestStep the furthest that one step moves a vector; above 0
 * @param spread standard deviation of a new row's values, not negative
 * @param seed of new rows and negatives
 */
public record SequenceSettings(
    int negatives, float rate, float softening, float longestStep, float spread, long seed) {

  public SequenceSettings {
    if (negatives < 1) {
      throw new IllegalArgumentException("negatives must be at least 1, were " + negatives);
    }
    if (!(rate > 0 && softening > 0 && longestStep > 0 && spread >= 0)) {
      throw new IllegalArgumentException("rate, softening and longest step must be above 0");
    }
  }

  /** Returns the shipped constants. */
  public static SequenceSettings defaults() {
    return new SequenceSettings(100, .1f, .01f, 1, .03f, 20_260_201);
  }
}
