package io.lorecast.vector;

import java.util.Arrays;

/**
 * An immutable vector of finite floats, shape [d] with d at least 1. Copies in and out; equal by
 * content.
 */
public final class Embedding {

  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /**
   * Returns the embedding of {@code values}, which are copied.
   *
   * @throws IllegalArgumentException if it is empty or a value is not finite
   */
  public static Embedding of(float... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("an embedding has at least one dimension");
    }
    for (int d = 0; d < values.length; d++) {
      if (!Float.isFinite(values[d])) {
        throw new IllegalArgumentException("value " + d + " must be finite, was " + values[d]);
      }
    }
    return new Embedding(values.clone());
  }

  /** Returns d. */
  public int dimension() {
    return values.length;
  }

  /** Returns the value at {@code index}, from 0. */
  public float get(int index) {
    return values[index];
  }

  /** Returns a copy of the values, shape [d]. */
  public float[] toArray() {
    return values.clone();
  }

  /** Copies the values into {@code target}, starting at {@code offset}. */
  public void copyTo(float[] target, int offset) {
    System.arraycopy(values, 0, target, offset, values.length);
  }

  /** Adds {@code factor} times the values to {@code target}, shape [d]. */
  public void addTo(float[] target, float factor) {
    VectorMath.addScaled(target, factor, values);
  }

  /** Returns the Euclidean length, at least 0. */
  public double length() {
    return Math.sqrt(VectorMath.dot(values, values));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding[" + values.length + "]";
  }
}
