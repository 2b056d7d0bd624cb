package io.lorecast.learning;

import java.util.stream.IntStream;

/**
 * A user's factors from the items they liked last, in closed form: the exact minimiser of
 *
 * <pre>
 *   sum_a c_a (1 - p·q_a)² + a0 sum_i (p·q_i)² + lambda |p|²,   c_a = recency^a
 * </pre>
 *
 * over the h items liked last (a = 0 is the newest), by the Woodbury identity: with Z = (a0 Q^T Q +
 * lambda I)^-1, made once a model, and B the rows q_a, p = sum_a alpha_a Z q_a where alpha = (C^-1
 * + B Z B^T)^-1 1. Costs O(h k² + h³) instead of O(k³). Each liked item's share of the score of
 * item i is alpha_a (Z q_a)·q_i: they add up to p·q_i.
 *
 * <p>Source: the implicit objective of "Revisiting the Performance of iALS on Item Recommendation
 * Benchmarks", RecSys 2022, doi:10.1145/3523227.3548486, equation 1; the recency weights are ours.
 * Pure and thread-safe.
 */
public final class FoldIn {

  /** Each step more changes the factors less; the third hardly does. */
  private static final int LASTING_STEPS = 2;

  private final float[] z;
  private final int k;
  private final double recency;

  /**
   * Creates a fold-in.
   *
   * @param z Z, shape [k, k], row-major, symmetric; not copied
   * @param recency what each newer like leaves of an older one's weight, in (0, 1]
   */
  public FoldIn(float[] z, int k, double recency) {
    if (z.length != k * k) {
      throw new IllegalArgumentException("z must be " + k + " x " + k + ", had " + z.length);
    }
    if (!(recency > 0 && recency <= 1)) {
      throw new IllegalArgumentException("recency must be in (0, 1], was " + recency);
    }
    this.z = z;
    this.k = k;
    this.recency = recency;
  }

  /**
   * Returns each liked item's share of the user's factors, alpha_a Z q_a, shape [h, k], flat; the
   * user's factors are the sum of the rows.
   *
   * @param liked the factors of the liked items, newest first, shape [h, k], flat
   */
  public float[] shares(float[] liked) {
    int h = liked.length / k;
    FoldInGram gram = gram(liked);
    double[] alpha = new double[h];
    gram.solve(IntStream.range(0, h).toArray(), h, new double[h * h], alpha);
    float[] shares = gram.timesZ();
    scaleRows(shares, alpha);
    return shares;
  }

  /**
   * Returns the same for factors that hold for long: every like counts as much as the newest, so h
   * may be large, and alpha comes from a few steps of conjugate gradients on (I + B Z B^T) alpha =
   * 1 instead of its solution. O(h k²).
   *
   * <p>Source: "Methods of Conjugate Gradients for Solving Linear Systems", Journal of Research of
   * the National Bureau of Standards 49(6), 1952, doi:10.6028/jres.049.044, preconditioned by Z.
   *
   * @param liked the factors of the liked items, shape [h, k], flat
   */
  public float[] lastingShares(float[] liked) {
    int h = liked.length / k;
    float[] shares = timesZ(liked, h);
    double[] alpha = new double[h];
    double[] rest = new double[h];
    java.util.Arrays.fill(rest, 1);
    double[] direction = new double[h];
    double[] image = new double[h];
    double before = 0;
    for (int step = 0; step < LASTING_STEPS; step++) {
      double[] restImage = gramTimes(liked, shares, rest);
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
    scaleRows(shares, alpha);
    return shares;
  }

  /**
   * Returns what any of {@code liked} can be folded in from.
   *
   * @param liked the factors of the liked items, newest first, shape [h, k], flat; not kept
   */
  public FoldInGram gram(float[] liked) {
    return new FoldInGram(liked, timesZ(liked, liked.length / k), k, recency);
  }

  /** Returns B Z B^T {@code vector}, with {@code timesZ} = B Z. */
  private double[] gramTimes(float[] rows, float[] timesZ, double[] vector) {
    double[] sum = new double[k];
    for (int a = 0; a < vector.length; a++) {
      for (int d = 0; d < k; d++) {
        sum[d] += vector[a] * timesZ[a * k + d];
      }
    }
    double[] product = new double[vector.length];
    for (int a = 0; a < vector.length; a++) {
      for (int d = 0; d < k; d++) {
        product[a] += rows[a * k + d] * sum[d];
      }
    }
    return product;
  }

  private void scaleRows(float[] rows, double[] by) {
    for (int a = 0; a < by.length; a++) {
      for (int d = 0; d < k; d++) {
        rows[a * k + d] *= (float) by[a];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private float[] timesZ(float[] rows, int h) {
    float[] product = new float[h * k];
    for (int a = 0; a < h; a++) {
      for (int i = 0; i < k; i++) {
        float factor = rows[a * k + i];
        // Along the rows of Z (it is symmetric): no sum is carried, so the JIT makes it vectors.
        for (int j = 0; j < k; j++) {
          product[a * k + j] += factor * z[i * k + j];
        }
      }
    }
    return product;
  }
}
