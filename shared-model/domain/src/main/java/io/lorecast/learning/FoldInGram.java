package io.lorecast.learning;

import io.lorecast.vector.Cholesky;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What {@link FoldIn} needs of some liked items, Z q_a and q_a·Z q_b, from which any of them are
 * folded in as if the user had liked nothing else. Making it costs O(h² k), folding in m of them
 * O(m³ / 6): so every "without this like" is exact, and next to free.
 *
 * <p>One inverse I of the whole system would give them all at once, alpha'_a = alpha_a - I[a][j]
 * alpha_j / I[j][j], were the others' weights to stay. They do not: without a like, those before it
 * are one place newer, and one that was too old comes in.
 *
 * <p>Immutable; safe to share.
 */
public final class FoldInGram {

  private final float[] timesZ;

  /** Shape [h, h]; only the lower triangle is filled. */
  private final double[] products;

  private final int h;
  private final int k;
  private final double recency;

  FoldInGram(float[] liked, float[] timesZ, int k, double recency) {
    this.timesZ = timesZ;
    this.h = liked.length / k;
    this.k = k;
    this.products = new double[h * h];
    this.recency = recency;
    for (int a = 0; a < h; a++) {
      for (int b = 0; b <= a; b++) {
        products[a * h + b] = FoldIn.product(liked, a * k, timesZ, b * k, k);
      }
    }
  }

  /** Returns (Z q_a)·q for the liked item at {@code row} and q, {@code factors[offset..]}. */
  public double product(int row, float[] factors, int offset) {
    return FoldIn.product(timesZ, row * k, factors, offset, k);
  }

  /**
   * Sets {@code alpha[0..count)} to the coefficients of the liked items at {@code rows}, as if they
   * were all that the user likes: p = sum_a alpha_a Z q_a.
   *
   * @param rows positions among the liked items, rising (newest first); the first {@code count}
   * @param system room for count² numbers, overwritten
   */
  public void solve(int[] rows, int count, double[] system, double[] alpha) {
    Arrays.fill(alpha, 0, count, 1);
    if (count > 0) {
      factored(rows, count, system).solve(alpha, 0);
    }
  }

  /**
   * Takes Z B^T (C^-1 + B Z B^T)^-1 B Z, what all the liked items tell, from {@code matrix}, shape
   * [k, k], row-major.
   */
  void subtractKnown(double[] matrix) {
    if (h == 0) {
      return;
    }
    Cholesky system = factored(IntStream.range(0, h).toArray(), h, new double[h * h]);
    double[] column = new double[h];
    for (int j = 0; j < k; j++) {
      for (int a = 0; a < h; a++) {
        column[a] = timesZ[a * k + j];
      }
      system.solve(column, 0);
      // The matrix is symmetric, so the column may stand as a row: neighbours in memory.
      for (int a = 0; a < h; a++) {
        for (int i = 0; i < k; i++) {
          matrix[j * k + i] -= column[a] * timesZ[a * k + i];
        }
      }
    }
  }

  /** Factors C^-1 + B Z B^T of the liked items at {@code rows}, in place. */
  private Cholesky factored(int[] rows, int count, double[] system) {
    double confidence = 1;
    for (int a = 0; a < count; a++) {
      for (int b = 0; b <= a; b++) {
        system[a * count + b] = products[rows[a] * h + rows[b]];
      }
      system[a * count + a] += 1 / confidence;
      confidence *= recency;
    }
    return Cholesky.inPlace(system, count);
  }
}
