package io.lorecast.learning;

import java.util.HashMap;
import java.util.Map;

/**
 * Online gradient descent on {@link BlendWeights}: one step for each batch of likes, on the mean
 * gradient of a softmax over the liked item and items the user had not seen. One writer. Pure.
 *
 * <p>The weights of relations are learned with them, by the same steps: within the knowledge term
 * the score is linear in them too.
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
      values[i] = Math.max(0, (float) (values[i] + clipped(gradient.mean(i))));
    }
    Map<String, Double> steps = new HashMap<>();
    gradient.relations().forEach(relation -> steps.put(relation, clipped(gradient.mean(relation))));
    return BlendWeights.of(values).with(weights.relations().plus(steps));
  }

  private double clipped(double gradient) {
    return Math.clamp(-rate * gradient, -longestStep, longestStep);
  }
}
