package io.lorecast.learning;

/**
 * Online gradient descent on {@link BlendWeights}: one step for each batch of likes, on the mean
 * gradient of a softmax over the liked item and items the user had not seen. One writer. Pure.
 *
 * @param negatives how many unseen items stand against each liked one
 * @param batch after how many likes a step is due
 * @param rate step size on the mean gradient of a batch, above 0
 * @param longestStep the most that one step changes a weight; longer ones are clipped
 */
public record BlendLearner(int negatives, int batch, float rate, float longestStep) {

  public BlendLearner {
    if (negatives < 1 || batch < 1 || !(rate > 0) || !(longestStep > 0)) {
      throw new IllegalArgumentException("all of a blend learner's constants must be above 0");
    }
  }

  /** Returns the shipped learner. */
  public static BlendLearner defaults() {
    return new BlendLearner(100, 50, .01f, .1f);
  }

  /** Returns whether {@code gradient} holds enough likes for a step. */
  public boolean isDue(BlendGradient gradient) {
    return gradient.likes() >= batch;
  }

  /** Returns the weights after one step down {@code gradient}; they are never negative. */
  public BlendWeights step(BlendWeights weights, BlendGradient gradient) {
    float[] values = weights.toArray();
    for (int i = 0; i < values.length; i++) {
      double step = Math.clamp(-rate * gradient.mean(i), -longestStep, longestStep);
      values[i] = Math.max(0, (float) (values[i] + step));
    }
    return BlendWeights.of(values);
  }
}
