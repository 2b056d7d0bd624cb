package io.lorecast.learning;

import io.lorecast.vector.Embedding;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * From what an encoder says of an item, shape [d], to the content feature x, shape [k], of length
 * 1: centred, turned to the principal components, each scaled by eigenvalue^-1/4, so that the few
 * directions in which all items differ do not drown the many in which some do.
 *
 * <p>Source of the scaling: between plain components and whitening, "All-but-the-Top: Simple and
 * Effective Postprocessing for Word Representations", ICLR 2018, arXiv:1702.01417.
 */
final class ContentProjection {

  private static final double SCALING = -.25;

  private final int d;
  private final int k;

  /** Shape [d, k]: a row for each dimension of the encoder. */
  private final float[] matrix;

  /** What the mean of all items projects to, shape [k]. */
  private final float[] centre;

  private ContentProjection(int d, int k, float[] matrix, float[] centre) {
    this.d = d;
    this.k = k;
    this.matrix = matrix;
    this.centre = centre;
  }

  int dimension() {
    return d;
  }

  /** Returns random orthonormal directions and no centre: for the time before the first fit. */
  static ContentProjection random(int d, int k, RandomGenerator random) {
    // The components of a matrix without any preference are what the random start spans.
    LinearOperator identity = new Identity(d);
    return of(d, k, PrincipalComponents.of(identity, k, random), new double[d]);
  }

  /** Returns the projection fitted to {@code contents}, each of shape [d]. */
  static ContentProjection fit(List<Embedding> contents, int d, int k, RandomGenerator random) {
    if (contents.size() < 2) {
      return random(d, k, random);
    }
    Covariance covariance = Covariance.of(contents, d);
    return of(d, k, PrincipalComponents.of(covariance, k, random), covariance.mean());
  }

  private static ContentProjection of(int d, int k, PrincipalComponents components, double[] mean) {
    float[] matrix = new float[d * k];
    float[] centre = new float[k];
    for (int c = 0; c < k; c++) {
      if (components.values()[c] > 0) {
        double scale = Math.pow(components.values()[c], SCALING);
        double sum = 0;
        for (int i = 0; i < d; i++) {
          double value = components.vectors()[c * d + i] * scale;
          matrix[i * k + c] = (float) value;
          sum += value * mean[i];
        }
        centre[c] = (float) sum;
      }
    }
    return new ContentProjection(d, k, matrix, centre);
  }

  /** Sets {@code target[offset..]}, k values, to the feature of {@code content}. */
  void project(Embedding content, float[] target, int offset) {
    for (int c = 0; c < k; c++) {
      target[offset + c] = -centre[c];
    }
    for (int i = 0; i < d; i++) {
      float value = content.get(i);
      for (int c = 0; c < k; c++) {
        target[offset + c] += value * matrix[i * k + c];
      }
    }
    Features.normalise(target, offset, k);
  }

  void write(ModelWriter out) {
    out.integer(d).floats(matrix).floats(centre);
  }

  static ContentProjection read(ModelReader in, int k) {
    int d = in.integer();
    return new ContentProjection(d, k, in.floats((long) d * k), in.floats(k));
  }

  private record Identity(int dimension) implements LinearOperator {
    @Override
    public void apply(double[] vector, double[] target) {
      System.arraycopy(vector, 0, target, 0, dimension);
    }
  }
}
