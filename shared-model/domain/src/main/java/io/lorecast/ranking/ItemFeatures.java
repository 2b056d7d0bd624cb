package io.lorecast.ranking;

import io.lorecast.learning.Features;
import io.lorecast.learning.FoldIn;
import java.util.Arrays;

/**
 * The {@link Features} of every slot, each as it is asked for: whole rows for what needs one item,
 * columns for scoring all of them. Of an item's behaviour and mapped factors one is zeros, so the
 * columns hold the other, q~, and which it is: a ranking reads 192 values an item instead of 256,
 * and reading is what it spends its time on. Not thread-safe.
 */
final class ItemFeatures {

  private static final int K = Features.K;
  private static final int BLOCK = FeatureColumns.BLOCK;

  private final FeatureRows rows = new FeatureRows(Features.SIZE);

  /** Z q~, which every user who likes the item needs, and which is theirs alone to weigh. */
  private final FeatureRows timesZ = new FeatureRows(K);

  private final FeatureColumns factors = new FeatureColumns(K);
  private final FeatureColumns profiles = new FeatureColumns(Features.SIZE - Features.CONTENT);
  private boolean[] mapped = new boolean[0];

  void ensure(int items) {
    rows.ensure(items);
    timesZ.ensure(items);
    factors.ensure(items);
    profiles.ensure(items);
    mapped = Arrays.copyOf(mapped, BLOCK * FeatureColumns.blocks(items, mapped.length / BLOCK));
  }

  /**
   * What a model makes of the items in {@code n} slots.
   *
   * @param features shape [n, SIZE], flat
   * @param factors q~, shape [n, K], flat
   * @param timesZ Z q~, shape [n, K], flat
   */
  @SuppressWarnings("ArrayRecordComponent") // stays inside the package
  record Rows(float[] features, float[] factors, float[] timesZ) {

    /**
     * Rounds {@code features} in place to what columns hold, so that the terms of one item add up
     * to its score among all, and derives their factors.
     */
    static Rows of(float[] features, FoldIn foldIn) {
      for (int i = 0; i < features.length; i++) {
        features[i] = FeatureColumns.rounded(features[i]);
      }
      float[] factors = new float[features.length / Features.SIZE * K];
      for (int i = 0; i < factors.length; i++) {
        int at = i / K * Features.SIZE + i % K;
        factors[i] = features[at + Features.BEHAVIOUR] + features[at + Features.MAPPED];
      }
      return new Rows(features, factors, foldIn.timesZ(factors));
    }
  }

  /** Replaces the features of {@code slot} by row {@code n} of {@code from}. */
  void set(int slot, Rows from, int n) {
    rows.set(slot, from.features(), n * Features.SIZE);
    profiles.set(slot, from.features(), n * Features.SIZE + Features.CONTENT);
    factors.set(slot, from.factors(), n * K);
    timesZ.set(slot, from.timesZ(), n * K);
    mapped[slot] = false;
    for (int d = n * Features.SIZE + Features.MAPPED; d % Features.SIZE < Features.CONTENT; d++) {
      mapped[slot] |= from.features()[d] != 0;
    }
  }

  /** Returns whether the factors of {@code slot} are mapped from what is known of the item. */
  boolean isMapped(int slot) {
    return mapped[slot];
  }

  /** Copies {@code length} values from dimension {@code from} of item {@code slot}. */
  void copy(int slot, int from, int length, float[] target, int offset) {
    rows.copy(slot, from, length, target, offset);
  }

  /** Returns {@code vector[offset..]} · {@code length} dimensions of item {@code slot}. */
  float dot(int slot, int from, int length, float[] vector, int offset) {
    return rows.dot(slot, from, length, vector, offset);
  }

  /** Adds {@code factor} times the part from dimension {@code from} of {@code slot}, shape [K]. */
  void addPart(float[] target, float factor, int slot, int from) {
    rows.addTo(target, factor, slot, from);
  }

  /** Adds {@code factor} times Z q~ of {@code slot}, shape [K]. */
  void addTimesZ(float[] target, float factor, int slot) {
    timesZ.addTo(target, factor, slot, 0);
  }

  /** Returns Z q~ of {@code slot} times {@code vector}, shape [K]. */
  float dotTimesZ(int slot, float[] vector) {
    return timesZ.dot(slot, 0, K, vector, 0);
  }

  /** Returns q~ of the first {@code h} of {@code slots}, shape [h, K], flat. */
  float[] factors(int[] slots, int h) {
    float[] taken = new float[h * K];
    for (int a = 0; a < h; a++) {
      rows.copy(slots[a], part(slots[a]), K, taken, a * K);
    }
    return taken;
  }

  /** Returns Z q~ of the first {@code h} of {@code slots}, shape [h, K], flat. */
  float[] timesZ(int[] slots, int h) {
    float[] taken = new float[h * K];
    for (int a = 0; a < h; a++) {
      timesZ.copy(slots[a], 0, K, taken, a * K);
    }
    return taken;
  }

  /** Returns where the factors of {@code slot} lie in its features. */
  private int part(int slot) {
    return mapped[slot] ? Features.MAPPED : Features.BEHAVIOUR;
  }

  /** Adds p·q~ or, of mapped factors, l·q~ to {@code scores}, shape [slots]; query [p; l; ...]. */
  void addBehaviour(float[] query, float[] scores) {
    float[] sums = new float[BLOCK];
    for (int start = 0; start < scores.length; start += BLOCK) {
      int items = Math.min(BLOCK, scores.length - start);
      addBehaviour(query, Features.BEHAVIOUR, start, items, sums, scores);
      addBehaviour(query, Features.MAPPED, start, items, sums, scores);
    }
  }

  /** The second pass over a block finds it in the nearer caches. */
  private void addBehaviour(
      float[] query, int part, int start, int items, float[] sums, float[] scores) {
    Arrays.fill(sums, 0);
    factors.addBlock(start, items, query, part, sums);
    boolean wanted = part == Features.MAPPED;
    for (int i = 0; i < items; i++) {
      scores[start + i] += mapped[start + i] == wanted ? sums[i] : 0;
    }
  }

  /** Adds T·x + K·g to {@code scores}, shape [slots]; query [...; T; K]. */
  void addProfiles(float[] query, float[] scores) {
    profiles.addScores(query, Features.CONTENT, scores);
  }
}
