package io.lorecast.ranking;

import java.util.Arrays;

/**
 * The features of every item, dimension by dimension in blocks of {@value #BLOCK} items: [block][d]
 * [item]. Scoring then adds a whole dimension of a block at a time, which carries no sum from item
 * to item, so the JIT makes it vector instructions (row-major dot products are chains of additions
 * that it must not reorder). In half precision, IEEE 754 binary16: all of them are read for each
 * ranking and seldom found in a near cache, so the time goes with the bytes. Grows; not
 * thread-safe.
 */
final class FeatureColumns {

  /** So many that vectors pay, so few that the scores of a block stay in the nearest cache. */
  static final int BLOCK = 1024;

  private static final float GREATEST = 65504;

  private final int width;
  private short[][][] blocks = new short[0][][];

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
      blocks[b] = new short[width][BLOCK];
    }
  }

  /** Returns the value nearest to {@code value} that a column can hold. */
  static float rounded(float value) {
    return Float.float16ToFloat(Float.floatToFloat16(Math.clamp(value, -GREATEST, GREATEST)));
  }

  /** Replaces the features of item {@code slot} by {@code row[offset..]}, of rounded values. */
  void set(int slot, float[] row, int offset) {
    short[][] block = blocks[slot / BLOCK];
    for (int d = 0; d < width; d++) {
      block[d][slot % BLOCK] = Float.floatToFloat16(row[offset + d]);
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

  /**
   * Adds the same of {@code items} items from slot {@code start}, where a block starts, to {@code
   * sums[0..items)}.
   *
   * <p>Columns are arrays apart: only where all are read at one index does the JIT see that no
   * store can meet a later load, and makes vectors of it.
   */
  void addBlock(int start, int items, float[] query, int offset, float[] sums) {
    short[][] block = blocks[start / BLOCK];
    int d = 0;
    for (; d + 3 < width; d += 4) {
      addFour(sums, items, query, offset + d, block[d], block[d + 1], block[d + 2], block[d + 3]);
    }
    for (; d < width; d++) {
      float factor = query[offset + d];
      short[] column = block[d];
      for (int i = 0; i < items; i++) {
        sums[i] += factor * Float.float16ToFloat(column[i]);
      }
    }
  }

  /** A sum is loaded and stored once for four products. */
  private static void addFour(
      float[] sums, int items, float[] f, int d, short[] a, short[] b, short[] c, short[] e) {
    float f0 = f[d];
    float f1 = f[d + 1];
    float f2 = f[d + 2];
    float f3 = f[d + 3];
    for (int i = 0; i < items; i++) {
      sums[i] +=
          f0 * Float.float16ToFloat(a[i])
              + f1 * Float.float16ToFloat(b[i])
              + f2 * Float.float16ToFloat(c[i])
              + f3 * Float.float16ToFloat(e[i]);
    }
  }
}
