package io.lorecast.ranking;

import io.lorecast.vector.VectorMath;
import java.util.Arrays;

/**
 * The features of every item, dimension by dimension in blocks of {@value #BLOCK} items: [block][d]
 * [item]. Scoring then adds a whole dimension of a block at a time, which carries no sum from item
 * to item, so the JIT makes it vector instructions (row-major dot products are chains of additions
 * that it must not reorder). Grows; not thread-safe.
 */
final class FeatureColumns {

  /** So many that vectors pay, so few that the scores of a block stay in the nearest cache. */
  static final int BLOCK = 256;

  private final int width;
  private float[][][] blocks = new float[0][][];

  /** Creates an empty matrix of {@code width} dimensions. */
  FeatureColumns(int width) {
    this.width = width;
  }

  /** Returns how many blocks to have for {@code items} items where there are {@code before}. */
  static int blocks(int items, int before) {
    int wanted = (items + BLOCK - 1) / BLOCK;
    return wanted <= before ? before : Math.max(wanted, before + before / 2);
  }

  /** Makes room for {@code items} items. */
  void ensure(int items) {
    int before = blocks.length;
    blocks = Arrays.copyOf(blocks, blocks(items, before));
    for (int b = before; b < blocks.length; b++) {
      blocks[b] = new float[width][BLOCK];
    }
  }

  /** Replaces the features of item {@code slot} by {@code row[offset..]}. */
  void set(int slot, float[] row, int offset) {
    float[][] block = blocks[slot / BLOCK];
    for (int d = 0; d < width; d++) {
      block[d][slot % BLOCK] = row[offset + d];
    }
  }

  /**
   * Adds {@code query[offset..]}, as many values as there are dimensions, times the features of
   * each item to {@code scores}, shape [items].
   */
  void addScores(float[] query, int offset, float[] scores) {
    float[] sums = new float[Math.min(BLOCK, scores.length)];
    for (int start = 0; start < scores.length; start += BLOCK) {
      int items = Math.min(BLOCK, scores.length - start);
      System.arraycopy(scores, start, sums, 0, items);
      addBlock(start, items, query, offset, sums);
      System.arraycopy(sums, 0, scores, start, items);
    }
  }

  /** Adds the same of {@code items} items from slot {@code start}, where a block starts. */
  void addBlock(int start, int items, float[] query, int offset, float[] sums) {
    VectorMath.addCombination(sums, items, query, offset, blocks[start / BLOCK]);
  }
}
