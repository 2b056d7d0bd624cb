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

  private final ContentBlocks blocks;
  private final int k;

  /** Shape [d, k]: a row for each dimension of the encoders. */
  private final float[] matrix;

  /** What the mean of each block projects to, shape [blocks, k]. */
  private final float[] centres;

  /** 1 over the length of each column of the matrix, shape [k]. */
  private final float[] unscaling;

  private ContentProjection(ContentBlocks blocks, int k, float[] matrix, float[] centres) {
    this.blocks = blocks;
    this.k = k;
    this.matrix = matrix;
    this.centres = centres;
    this.unscaling = unscaling(matrix, k);
  }

  int dimension() {
    return blocks.dimension();
  }

  /** Returns random orthonormal directions and no centre: for the time before the first fit. */
  static ContentProjection random(ContentBlocks blocks, int k, RandomGenerator random) {
    int d = blocks.dimension();
    // The components of a matrix without any preference are what the random start spans.
    LinearOperator identity = new Identity(d);
    return of(blocks, k, PrincipalComponents.of(identity, k, random), new double[d]);
  }

  /** Returns the projection fitted to {@code contents}, each of shape [d]. */
  static ContentProjection fit(
      List<Embedding> contents, ContentBlocks blocks, int k, RandomGenerator random) {
    if (contents.size() < 2) {
      return random(blocks, k, random);
    }
    Covariance covariance = Covariance.of(contents, blocks);
    return of(blocks, k, PrincipalComponents.of(covariance, k, random), covariance.mean());
  }

  private static ContentProjection of(
      ContentBlocks blocks, int k, PrincipalComponents components, double[] mean) {
    int d = blocks.dimension();
    float[] matrix = new float[d * k];
    float[] centres = new float[blocks.count() * k];
    for (int c = 0; c < k; c++) {
      if (components.values()[c] > 0) {
        double scale = Math.pow(components.values()[c], SCALING);
        for (int block = 0; block < blocks.count(); block++) {
          double sum = 0;
          for (int i = blocks.start(block); i < blocks.end(block); i++) {
            double value = components.vectors()[c * d + i] * scale;
            matrix[i * k + c] = (float) value;
            sum += value * mean[i];
          }
          centres[block * k + c] = (float) sum;
        }
      }
    }
    return new ContentProjection(blocks, k, matrix, centres);
  }

  /** Sets {@code target[offset..]}, k values, to the feature of {@code content}. */
  void project(Embedding content, float[] target, int offset) {
    java.util.Arrays.fill(target, offset, offset + k, 0);
    for (int block = 0; block < blocks.count(); block++) {
      if (blocks.isPresent(content, block)) {
        addBlock(content, block, target, offset);
      }
    }
    Features.normalise(target, offset, k);
  }

  private void addBlock(Embedding content, int block, float[] target, int offset) {
    for (int c = 0; c < k; c++) {
      target[offset + c] -= centres[block * k + c];
    }
    for (int i = blocks.start(block); i < blocks.end(block); i++) {
      float value = content.get(i);
      for (int c = 0; c < k; c++) {
        target[offset + c] += value * matrix[i * k + c];
      }
    }
  }

  private static float[] unscaling(float[] matrix, int k) {
    float[] unscaling = new float[k];
    for (int c = 0; c < k; c++) {
      double squares = 0;
      for (int i = c; i < matrix.length; i += k) {
        squares += (double) matrix[i] * matrix[i];
      }
      unscaling[c] = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
    }
    return unscaling;
  }

  /** Returns by what each part of the feature is to be multiplied to be unscaled, shape [k]. */
  float[] unscaling() {
    return unscaling.clone();
  }

  void write(ModelWriter out) {
    out.floats(matrix).floats(centres);
  }

  static ContentProjection read(ModelReader in, ContentBlocks blocks, int k) {
    return new ContentProjection(
        blocks, k, in.floats((long) blocks.dimension() * k), in.floats((long) blocks.count() * k));
  }

  private record Identity(int dimension) implements LinearOperator {
    @Override
    public void apply(double[] vector, double[] target) {
      System.arraycopy(vector, 0, target, 0, dimension);
    }
  }
}
