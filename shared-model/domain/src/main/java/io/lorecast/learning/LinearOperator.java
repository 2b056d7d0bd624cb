package io.lorecast.learning;

/** A symmetric positive semi-definite matrix that is only ever multiplied with. */
interface LinearOperator {

  /** Returns n. */
  int dimension();

  /** Sets {@code target}, shape [n], to the matrix times {@code vector}, shape [n]. */
  void apply(double[] vector, double[] target);
}
