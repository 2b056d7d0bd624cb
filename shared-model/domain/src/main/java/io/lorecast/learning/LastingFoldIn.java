package io.lorecast.learning;

import io.lorecast.vector.VectorMath;

/**
 * A user's factors that hold for long: as {@link FoldIn}, but every like counts as much as the
 * newest, so there may be many, and alpha comes from a few steps of conjugate gradients on (I + B Z
 * B^T) alpha = 1 instead of its solution. O(h k) a step.
 *
 * <p>Source: "Methods of Conjugate Gradients for Solving Linear Systems", Journal of Research of
 * the National Bureau of Standards 49(6), 1952, doi:10.6028/jres.049.044, preconditioned by Z.
 *
 * <p>Immutable; safe to share.
 */
public final class LastingFoldIn {

  /** Each step more changes the factors less; the third hardly does. */
  private static final int STEPS = 2;

  private final float[] liked;
  private final float[] timesZ;
  private final int k;

  LastingFoldIn(float[] liked, float[] timesZ, int k) {
    this.liked = liked;
    this.timesZ = timesZ;
    this.k = k;
  }

  /** Returns (Z q_a)·q for the liked item at {@code row} and q, {@code factors[offset..]}. */
  public double product(int row, float[] factors, int offset) {
    return FoldIn.product(timesZ, row * k, factors, offset, k);
  }

  /**
   * Returns the coefficients alpha of the liked items at {@code rows}, as if they were all that the
   * user likes: p = sum_a alpha_a Z q_a.
   */
  public double[] solve(int[] rows) {
    int h = rows.length;
    double[] alpha = new double[h];
    double[] rest = new double[h];
    java.util.Arrays.fill(rest, 1);
    double[] direction = new double[h];
    double[] image = new double[h];
    double before = 0;
    for (int step = 0; step < STEPS; step++) {
      double[] restImage = gramTimes(rows, rest);
      double squares = dot(rest, restImage);
      double kept = step == 0 || before == 0 ? 0 : squares / before;
      before = squares;
      for (int a = 0; a < h; a++) {
        direction[a] = rest[a] + kept * direction[a];
        image[a] = restImage[a] + kept * image[a];
      }
      double curvature = dot(image, direction) + dot(image, image);
      double length = curvature > 0 ? squares / curvature : 0;
      for (int a = 0; a < h; a++) {
        alpha[a] += length * direction[a];
        rest[a] -= length * (direction[a] + image[a]);
      }
    }
    return alpha;
  }

  /** Returns B Z B^T {@code vector} for the rows chosen. */
  private double[] gramTimes(int[] rows, double[] vector) {
    float[] sum = new float[k];
    for (int a = 0; a < rows.length; a++) {
      VectorMath.addScaled(sum, (float) vector[a], timesZ, rows[a] * k);
    }
    double[] product = new double[rows.length];
    for (int a = 0; a < rows.length; a++) {
      product[a] = VectorMath.dot(liked, rows[a] * k, sum, 0, k);
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
