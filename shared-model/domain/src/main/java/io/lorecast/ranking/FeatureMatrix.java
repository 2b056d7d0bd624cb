package io.lorecast.ranking;

import io.lorecast.vector.VectorMath;
import java.util.Arrays;

/**
 * A row of features for every item, shape [n, width], in blocks of {@value #BLOCK} items, dimension
 * by dimension within a block: [block][d][item]. Scoring then adds a whole dimension of a block at
 * a time, which carries no sum from item to item, so the JIT makes it vector instructions
 * (row-major dot products are chains of additions that it must not reorder). Each row is kept whole
 * as well, for what needs one item at a time: read out of the blocks, each value would be a cache
 * line. Grows; not thread-safe.
 */
final class FeatureMatrix {

  /** So many that vectors pay, so few that the scores of a block stay in the nearest cache. */
  static final int BLOCK = 256;

  private final int width;
  private float[][][] blocks = new float[0][][];

  /** The same values row by row, a block at a time: [block][item, d], the last two flat. */
  private float[][] rows = new float[0][];

  /** Creates an empty matrix of {@code width} values in a row. */
  FeatureMatrix(int width) {
    this.width = width;
  }

  /** Makes room for {@code items} items. */
  void ensure(int items) {
    int wanted = (items + BLOCK - 1) / BLOCK;
    if (wanted > blocks.length) {
      int before = blocks.length;
      blocks = Arrays.copyOf(blocks, Math.max(wanted, before + before / 2));
      rows = Arrays.copyOf(rows, blocks.length);
      for (int b = before; b < blocks.length; b++) {
        blocks[b] = new float[width][BLOCK];
        rows[b] = new float[width * BLOCK];
      }
    }
  }

  /** Replaces the row of item {@code slot} by {@code row[offset..]}. */
  void set(int slot, float[] row, int offset) {
    float[][] block = blocks[slot / BLOCK];
    for (int d = 0; d < width; d++) {
      block[d][slot % BLOCK] = row[offset + d];
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

  /**
   * Adds the dimensions from {@code from} (inclusive) to {@code to} (exclusive) of {@code query},
   * shape [width], times those of every row to {@code scores}, shape [items].
   */
  void addScores(float[] query, int from, int to, float[] scores) {
    float[] sums = new float[Math.min(BLOCK, scores.length)];
    for (int start = 0; start < scores.length; start += BLOCK) {
      int items = Math.min(BLOCK, scores.length - start);
      System.arraycopy(scores, start, sums, 0, items);
      VectorMath.addCombination(sums, items, query, blocks[start / BLOCK], from, to);
      System.arraycopy(sums, 0, scores, start, items);
    }
  }
}
