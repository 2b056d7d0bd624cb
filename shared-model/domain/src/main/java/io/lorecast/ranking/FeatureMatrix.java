package io.lorecast.ranking;

import io.lorecast.vector.VectorMath;

/**
 * A row of features for every item, shape [n, width], in blocks of {@value #BLOCK} items, dimension
 * by dimension within a block: [block][d][item]. Scoring then adds a whole dimension of a block at
 * a time, which carries no sum from item to item, so the JIT makes it vector instructions
 * (row-major dot products are chains of additions that it must not reorder). Each row is kept whole
 * as well, for what needs one item at a time: read out of the blocks, each value would be a cache
 * line. Grows; not thread-safe.
 */
final class FeatureMatrix {

  static final int BLOCK = 64;

  private final int width;
  private float[][] blocks = new float[0][];

  /** The same values row by row, a block at a time: [block][item][d]. */
  private float[][] rows = new float[0][];

  /**
   * Creates an empty matrix.
   *
   * @param width values in a row, a multiple of 4
   */
  FeatureMatrix(int width) {
    this.width = width;
  }

  /** Makes room for {@code items} items. */
  void ensure(int items) {
    int wanted = (items + BLOCK - 1) / BLOCK;
    if (wanted > blocks.length) {
      int before = blocks.length;
      blocks = java.util.Arrays.copyOf(blocks, Math.max(wanted, before + before / 2));
      rows = java.util.Arrays.copyOf(rows, blocks.length);
      for (int b = before; b < blocks.length; b++) {
        blocks[b] = new float[width * BLOCK];
        rows[b] = new float[width * BLOCK];
      }
    }
  }

  /** Replaces the row of item {@code slot} by {@code row[offset..]}. */
  void set(int slot, float[] row, int offset) {
    float[] block = blocks[slot / BLOCK];
    for (int d = 0; d < width; d++) {
      block[d * BLOCK + slot % BLOCK] = row[offset + d];
    }
    System.arraycopy(row, offset, rows[slot / BLOCK], slot % BLOCK * width, width);
  }

  /** Copies {@code length} values from dimension {@code from} of item {@code slot}. */
  void copy(int slot, int from, int length, float[] target, int offset) {
    System.arraycopy(rows[slot / BLOCK], slot % BLOCK * width + from, target, offset, length);
  }

  /** Returns {@code vector[offset..]} · {@code length} dimensions of item {@code slot}. */
  float dot(int slot, int from, int length, float[] vector, int offset) {
    return VectorMath.dot(rows[slot / BLOCK], slot % BLOCK * width + from, vector, offset, length);
  }

  /** Adds {@code query}, shape [width], times every row to {@code scores}, shape [items]. */
  void addScores(float[] query, float[] scores) {
    for (int start = 0; start < scores.length; start += BLOCK) {
      addBlock(blocks[start / BLOCK], query, scores, start, Math.min(BLOCK, scores.length - start));
    }
  }

  private void addBlock(float[] block, float[] query, float[] scores, int start, int items) {
    for (int d = 0; d < width; d += 4) {
      float q0 = query[d];
      float q1 = query[d + 1];
      float q2 = query[d + 2];
      float q3 = query[d + 3];
      int row = d * BLOCK;
      // Four dimensions at a time: a score is loaded and stored once for four products.
      for (int i = 0; i < items; i++) {
        scores[start + i] +=
            q0 * block[row + i]
                + q1 * block[row + BLOCK + i]
                + q2 * block[row + 2 * BLOCK + i]
                + q3 * block[row + 3 * BLOCK + i];
      }
    }
  }
}
