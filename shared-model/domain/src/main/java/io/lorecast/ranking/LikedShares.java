package io.lorecast.ranking;

import io.lorecast.learning.Features;
import io.lorecast.learning.FoldIn;
import io.lorecast.learning.FoldInGram;
import io.lorecast.model.ItemId;
import java.util.List;

/**
 * The items that a user liked last, newest first, and what each adds to the query: for each part of
 * it one number, times Z q~ or a feature of the item. Lives for one ranking.
 */
final class LikedShares {

  private static final int K = Features.K;

  private final List<ItemId> items;
  private final int[] slots;
  private final ItemFeatures features;
  private final FoldIn foldIn;
  private final RankingSettings settings;
  private final float[] query = new float[Features.SIZE];

  /** scale * alpha of the moment, shape [likes]; 0 of those before the last few. */
  private final float[] recent;

  /** scale * alpha of the lasting factors, shape [likes]. */
  private final float[] lasting;

  /** What each counts in the content and in the knowledge profile, shape [likes]. */
  private final float[] content;

  private final float[] knowledge;

  /**
   * Weighs the likes.
   *
   * @param slots of {@code items}
   */
  LikedShares(List<ItemId> items, int[] slots, CatalogueView view, RankingSettings settings) {
    this.items = items;
    this.slots = slots;
    this.features = view.features;
    this.foldIn = view.foldIn(settings.foldInRecency());
    this.settings = settings;
    this.recent = recent(Math.min(settings.foldInLikes(), slots.length));
    this.lasting = lasting(Math.min(settings.lastingLikes(), slots.length));
    int likes = Math.min(settings.profileLikes(), slots.length);
    this.content = profile(likes, Features.CONTENT);
    this.knowledge = profile(likes, Features.KNOWLEDGE);
  }

  private float[] recent(int h) {
    FoldInGram gram = foldIn.gram(features.factors(slots, h), features.timesZ(slots, h));
    double[] alpha = new double[h];
    gram.solve(all(h), h, new double[h * h], alpha);
    return folded(alpha, Features.BEHAVIOUR);
  }

  private float[] lasting(int h) {
    double[] alpha =
        foldIn.lasting(features.factors(slots, h), features.timesZ(slots, h)).solve(all(h));
    return folded(alpha, Features.MAPPED);
  }

  private static int[] all(int h) {
    int[] rows = new int[h];
    for (int a = 0; a < h; a++) {
      rows[a] = a;
    }
    return rows;
  }

  private float[] folded(double[] alpha, int part) {
    float[] shares = new float[slots.length];
    float[] sum = new float[K];
    for (int a = 0; a < alpha.length; a++) {
      shares[a] = (float) (settings.behaviourScale() * alpha[a]);
      features.addTimesZ(sum, shares[a], slots[a]);
    }
    System.arraycopy(sum, 0, query, part, K);
    return shares;
  }

  /** Sums a feature up over the first {@code h} likes, decayed, and scales the sum to length 1. */
  private float[] profile(int h, int part) {
    float[] sum = new float[K];
    double decay = 1;
    for (int a = 0; a < h; a++) {
      features.addPart(sum, (float) decay, slots[a], part);
      decay *= settings.profileRecency();
    }
    double squares = 0;
    for (float value : sum) {
      squares += (double) value * value;
    }
    double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (int d = 0; d < K; d++) {
      query[part + d] = (float) (scale * sum[d]);
    }
    float[] shares = new float[slots.length];
    for (int a = 0; a < h; a++) {
      shares[a] = (float) scale;
      scale *= settings.profileRecency();
    }
    return shares;
  }

  /** Returns [p; l; T; K], shape [{@link Features#SIZE}]; not copied. */
  float[] query() {
    return query;
  }

  ItemId item(int like) {
    return items.get(like);
  }

  int slot(int like) {
    return slots[like];
  }

  /** Returns what each like adds to the behaviour term of {@code slot}, shape [likes]. */
  float[] behaviour(int slot) {
    float[] shares = features.isMapped(slot) ? lasting : recent;
    float[] amounts = new float[slots.length];
    float[] factors = features.factors(new int[] {slot}, 1);
    for (int like = 0; like < amounts.length; like++) {
      amounts[like] = shares[like] * features.dotTimesZ(slots[like], factors);
    }
    return amounts;
  }

  /** Returns the same for the content term. */
  float[] content(int slot) {
    return amounts(content, slot, Features.CONTENT);
  }

  /** Returns the same for the knowledge term, without attention. */
  float[] knowledge(int slot) {
    return amounts(knowledge, slot, Features.KNOWLEDGE);
  }

  private float[] amounts(float[] shares, int slot, int part) {
    float[] amounts = new float[slots.length];
    float[] feature = new float[K];
    features.copy(slot, part, K, feature, 0);
    for (int like = 0; like < amounts.length; like++) {
      amounts[like] = shares[like] * features.dot(slots[like], part, K, feature, 0);
    }
    return amounts;
  }
}
