package io.lorecast.vector;

/** The few operations on flat float arrays that every algorithm here is made of. */
public final class VectorMath {

  private VectorMath() {}

  /** Returns the dot product of {@code a[aOffset..]} and {@code b[bOffset..]} over d values. */
  public static float dot(float[] a, int aOffset, float[] b, int bOffset, int d) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    // Four running sums break the chain of additions, so the JIT can keep four lanes busy.
    for (; i + 3 < d; i += 4) {
      sum0 += a[aOffset + i] * b[bOffset + i];
      sum1 += a[aOffset + i + 1] * b[bOffset + i + 1];
      sum2 += a[aOffset + i + 2] * b[bOffset + i + 2];
      sum3 += a[aOffset + i + 3] * b[bOffset + i + 3];
    }
    for (; i < d; i++) {
      sum0 += a[aOffset + i] * b[bOffset + i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /** Returns a·b, shapes [d] and [d]. */
  public static float dot(float[] a, float[] b) {
    requireSameLength(a, b);
    return dot(a, 0, b, 0, a.length);
  }

  /** Adds {@code factor * addend} to {@code target}, shapes [d] and [d]. */
  public static void addScaled(float[] target, float factor, float[] addend) {
    requireSameLength(target, addend);
    addScaled(target, factor, addend, 0);
  }

  /** Adds {@code factor * addend[offset..]} to {@code target}, shape [d]. */
  public static void addScaled(float[] target, float factor, float[] addend, int offset) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * addend[offset + i];
    }
  }

  /**
   * Adds the sum over d of {@code factors[offset + d] * rows[d][0..length)}, d over all rows, to
   * {@code target[0..length)}.
   *
   * <p>Rows apart and not one flat array: only where all arrays are read at one index does the JIT
   * see that no store can meet a later load, and makes vectors of it.
   */
  public static void addCombination(
      float[] target, int length, float[] factors, int offset, float[][] rows) {
    int d = 0;
    for (; d + 3 < rows.length; d += 4) {
      addFour(target, length, factors, offset + d, rows[d], rows[d + 1], rows[d + 2], rows[d + 3]);
    }
    for (; d < rows.length; d++) {
      float factor = factors[offset + d];
      float[] row = rows[d];
      for (int i = 0; i < length; i++) {
        target[i] += factor * row[i];
      }
    }
  }

  /** A value of the target is loaded and stored once for four products. */
  private static void addFour(
      float[] target, int length, float[] f, int d, float[] a, float[] b, float[] c, float[] e) {
    float f0 = f[d];
    float f1 = f[d + 1];
    float f2 = f[d + 2];
    float f3 = f[d + 3];
    for (int i = 0; i < length; i++) {
      target[i] += f0 * a[i] + f1 * b[i] + f2 * c[i] + f3 * e[i];
    }
  }

  /** Scales {@code vector} in place to length 1; a vector of zeros stays as it is. */
  public static void normalise(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    if (squares > 0) {
      float scale = (float) (1 / Math.sqrt(squares));
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= scale;
      }
    }
  }

  /** Returns the cosine of the angle between two vectors, in [-1, 1]; 0 if either is all zeros. */
  public static float cosine(float[] a, float[] b) {
    double norms = Math.sqrt((double) dot(a, a)) * Math.sqrt((double) dot(b, b));
    return norms == 0 ? 0 : (float) (dot(a, b) / norms);
  }

  private static void requireSameLength(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("dimensions differ: " + a.length + " and " + b.length);
    }
  }
}
