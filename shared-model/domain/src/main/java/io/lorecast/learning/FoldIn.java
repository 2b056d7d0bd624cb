package io.lorecast.learning;

import io.lorecast.vector.VectorMath;
import java.util.Arrays;

/**
 * A user's factors from the items they liked last, in closed form: the exact minimiser of
 *
 * <pre>
 *   sum_a c_a (1 - p·q_a)² + a0 sum_i (p·q_i)² + lambda |p|²,   c_a = recency^a
 * </pre>
 *
 * over the h items liked last (a = 0 is the newest), by the Woodbury identity: with Z = (a0 Q^T Q +
 * lambda I)^-1, made once a model, and B the rows q_a, p = sum_a alpha_a Z q_a where alpha = (C^-1
 * + B Z B^T)^-1 1. Costs O(h² k + h³) instead of O(k³), where the Z q_a are at hand. Each liked
 * item's share of the score of item i is alpha_a (Z q_a)·q_i: they add up to p·q_i.
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
   * Returns Z q of each of {@code rows}: what an item adds to the factors of a user who likes it,
   * before alpha. It follows from the item and the model alone.
   *
   * @param rows shape [h, k], flat
   */
  public float[] timesZ(float[] rows) {
    float[] products = new float[rows.length];
    float[] row = new float[k];
    float[] product = new float[k];
    for (int at = 0; at < rows.length; at += k) {
      System.arraycopy(rows, at, row, 0, k);
      Arrays.fill(product, 0);
      // Along the rows of Z, which is symmetric.
      VectorMath.addCombination(product, k, row, 0, z);
      System.arraycopy(product, 0, products, at, k);
    }
    return products;
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
    gram(liked, timesZ(liked)).subtractKnown(covariance);
    return new FactorPosterior(covariance, k);
  }

  /**
   * Returns what any of {@code liked} can be folded in from.
   *
   * @param liked the factors of the liked items, newest first, shape [h, k], flat; not kept
   * @param timesZ {@link #timesZ} of these; not copied
   */
  public FoldInGram gram(float[] liked, float[] timesZ) {
    return new FoldInGram(liked, timesZ, k, recency);
  }

  /**
   * Returns what lasting factors are made of any of {@code liked} from.
   *
   * @param liked the factors of the liked items, shape [h, k], flat; not copied
   * @param timesZ {@link #timesZ} of these; not copied
   */
  public LastingFoldIn lasting(float[] liked, float[] timesZ) {
    return new LastingFoldIn(liked, timesZ, k);
  }

  /** Returns {@code a[aOffset..]} · {@code b[bOffset..]} over k values, summed in doubles. */
  static double product(float[] a, int aOffset, float[] b, int bOffset, int k) {
    double even = 0;
    double odd = 0;
    int d = 0;
    // Two running sums: one would wait for itself at each step.
    for (; d + 1 < k; d += 2) {
      even += (double) a[aOffset + d] * b[bOffset + d];
      odd += (double) a[aOffset + d + 1] * b[bOffset + d + 1];
    }
    return d < k ? even + odd + (double) a[aOffset + d] * b[bOffset + d] : even + odd;
  }
}
