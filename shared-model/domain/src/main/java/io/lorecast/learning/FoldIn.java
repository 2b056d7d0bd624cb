package io.lorecast.learning;

import io.lorecast.vector.VectorMath;
import java.util.Arrays;
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

  /** Row by row, shape [k][k]. */
  private final float[][] z;

  private final int k;
  private final double recency;

  /**
   * Creates a fold-in.
   *
   * @param z Z, shape [k, k], row-major, symmetric
   * @param recency what each newer like leaves of an older one's weight, in (0, 1]
   */
  public FoldIn(float[] z, int k, double recency) {
    this(rows(z, k), recency);
  }

  private FoldIn(float[][] z, double recency) {
    if (!(recency > 0 && recency <= 1)) {
      throw new IllegalArgumentException("recency must be in (0, 1], was " + recency);
    }
    this.z = z;
    this.k = z.length;
    this.recency = recency;
  }

  private static float[][] rows(float[] z, int k) {
    if (z.length != k * k) {
      throw new IllegalArgumentException("z must be " + k + " x " + k + ", had " + z.length);
    }
    float[][] rows = new float[k][];
    for (int i = 0; i < k; i++) {
      rows[i] = Arrays.copyOfRange(z, i * k, (i + 1) * k);
    }
    return rows;
  }

  /** Returns the same fold-in with another recency. */
  public FoldIn withRecency(double other) {
    return new FoldIn(z, other);
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
   * Returns the same for factors that hold for long, see {@link LastingFoldIn}.
   *
   * @param liked the factors of the liked items, shape [h, k], flat
   */
  public float[] lastingShares(float[] liked) {
    LastingFoldIn lasting = lasting(liked);
    double[] alpha = lasting.solve(IntStream.range(0, liked.length / k).toArray());
    float[] shares = lasting.timesZ();
    scaleRows(shares, alpha);
    return shares;
  }

  /**
   * Returns how sure the user's factors are.
   *
   * @param liked the factors of the liked items, newest first, shape [h, k], flat; not kept
   */
  public FactorPosterior posterior(float[] liked) {
    double[] covariance = new double[k * k];
    for (int i = 0; i < covariance.length; i++) {
      covariance[i] = z[i / k][i % k];
    }
    gram(liked).subtractKnown(covariance);
    return new FactorPosterior(covariance, k);
  }

  /**
   * Returns what any of {@code liked} can be folded in from.
   *
   * @param liked the factors of the liked items, newest first, shape [h, k], flat; not kept
   */
  public FoldInGram gram(float[] liked) {
    return new FoldInGram(liked, timesZ(liked, liked.length / k), k, recency);
  }

  /**
   * Returns what lasting factors are made of any of {@code liked} from.
   *
   * @param liked the factors of the liked items, shape [h, k], flat; not copied
   */
  public LastingFoldIn lasting(float[] liked) {
    return new LastingFoldIn(liked, timesZ(liked, liked.length / k), k);
  }

  /** Returns {@code a[aOffset..]} · {@code b[bOffset..]} over k values, summed in doubles. */
  static double product(float[] a, int aOffset, float[] b, int bOffset, int k) {
    double sum = 0;
    for (int d = 0; d < k; d++) {
      sum += (double) a[aOffset + d] * b[bOffset + d];
    }
    return sum;
  }

  private void scaleRows(float[] rows, double[] by) {
    for (int a = 0; a < by.length; a++) {
      for (int d = 0; d < k; d++) {
        rows[a * k + d] *= (float) by[a];
      }
    }
  }

  private float[] timesZ(float[] rows, int h) {
    float[] products = new float[h * k];
    float[] row = new float[k];
    float[] product = new float[k];
    for (int a = 0; a < h; a++) {
      System.arraycopy(rows, a * k, row, 0, k);
      Arrays.fill(product, 0);
      // Along the rows of Z, which is symmetric.
      VectorMath.addCombination(product, k, row, z, 0, k);
      System.arraycopy(product, 0, products, a * k, k);
    }
    return products;
  }
}
