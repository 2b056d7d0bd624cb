package io.lorecast.learning;

import io.lorecast.vector.VectorMath;

/**
 * Scores by one part of the items' {@link Features}, content or knowledge: the cosine of an item's
 * with the sum of those of the liked items, each counted the same.
 */
final class ProfileScorer implements LikesScorer {

  private final float[] features;
  private final int part;

  /**
   * Creates a scorer.
   *
   * @param features of all items, shape [items, {@link Features#SIZE}], flat; not copied
   * @param part where the part starts in an item's features
   */
  ProfileScorer(float[] features, int part) {
    this.features = features;
    this.part = part;
  }

  @Override
  public double[] scores(int[] liked) {
    float[] profile = new float[Features.K];
    for (int item : liked) {
      for (int d = 0; d < profile.length; d++) {
        profile[d] += features[item * Features.SIZE + part + d];
      }
    }
    VectorMath.normalise(profile);
    double[] scores = new double[features.length / Features.SIZE];
    for (int item = 0; item < scores.length; item++) {
      scores[item] =
          VectorMath.dot(profile, 0, features, item * Features.SIZE + part, profile.length);
    }
    return scores;
  }
}
