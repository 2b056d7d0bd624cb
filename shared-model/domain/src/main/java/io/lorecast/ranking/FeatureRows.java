package io.lorecast.ranking;

import io.lorecast.vector.VectorMath;
import java.util.Arrays;

/**
 * A row of features for every item, shape [n, width], for what needs one item at a time; {@link
 * FeatureColumns} is for what needs them all. Grows by blocks; not thread-safe.
 */
final class FeatureRows {

  private static final int BLOCK = FeatureColumns.BLOCK;

  private final int width;

  /** A block at a time: [block][item, d], the last two flat. */
  private float[][] blocks = new float[0][];

  /** Creates an empty matrix of {@code width} values in a row. */
  FeatureRows(int width) {
    this.width = width;
  }

  /** Makes room for {@code items} items. */
  void ensure(int items) {
    int before = blocks.length;
    blocks = Arrays.copyOf(blocks, FeatureColumns.blocks(items, before));
    for (int b = before; b < blocks.length; b++) {
      blocks[b] = new float[width * BLOCK];
    }
  }

  /** Replaces the row of item {@code slot} by {@code row[offset..]}. */
  void set(int slot, float[] row, int offset) {
    System.arraycopy(row, offset, blocks[slot / BLOCK], start(slot), width);
  }

  /** Copies {@code length} values from dimension {@code from} of item {@code slot}. */
  void copy(int slot, int from, int length, float[] target, int offset) {
    System.arraycopy(blocks[slot / BLOCK], start(slot) + from, target, offset, length);
  }

  /** Returns {@code vector[offset..]} · {@code length} dimensions of item {@code slot}. */
  float dot(int slot, int from, int length, float[] vector, int offset) {
    return VectorMath.dot(blocks[slot / BLOCK], start(slot) + from, vector, offset, length);
  }

  /** Adds {@code factor} times as many dimensions of item {@code slot} as {@code target} has. */
  void addTo(float[] target, float factor, int slot, int from) {
    VectorMath.addScaled(target, factor, blocks[slot / BLOCK], start(slot) + from);
  }

  private int start(int slot) {
    return slot % BLOCK * width;
  }
}
