package io.lorecast.ranking;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Features;
import io.lorecast.learning.Term;

/**
 * The score of every item for one user:
 *
 * <pre>
 *   s(u,i) = w1 * scale * p·q~_i                   behaviour; l·M f_i where nobody liked i before
 *          + w2 * log(1 + KNN(u,i) / floor)        neighbours
 *          + w3 * T·x_i                            content
 *          + w4 * (K·g_i + k(u,i))                 knowledge, see {@link GraphAttention}
 *          + w5 * log(1 + A_i / floor)             popularity, likes decayed over weeks
 *          + w6 * log(1 + B_i / floor)             trend, likes decayed over days
 *          + w7 * (P·v_i + b_i)                    sequence, see {@link
 *                                                  io.lorecast.sequence.SequenceLearner}
 *          + w8 * lift_ic                          context, see {@link ContextLifts}
 *          + w1 * scale * noise·q~_i               exploration, see {@link Exploration}
 *          + boost_i                               items with few events
 *
 *   boost_i = boost + share * scale * p·q~_i + popularity share * log(1 + A_i / floor)
 * </pre>
 *
 * The boost is a policy for items below a few events; it goes to the best few of a list, so the
 * user's factors and what is liked of them so far choose among them. The dense terms are dot
 * products of 192 values an item; neighbours and attention are sparse additions. Pure.
 */
final class HybridScorer {

  private static final int K = Features.K;

  private static final float[] NONE = {};

  /**
   * The scores of one ranking.
   *
   * @param total without boost, shape [slots]
   * @param behaviour scale * p·q~_i, the behaviour term before its weight, shape [slots]
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for one ranking
  record Scores(float[] total, float[] behaviour) {

    /** Returns scores that are never boosted. */
    static Scores of(float[] total) {
      return new Scores(total, NONE);
    }
  }

  private final RankingSettings settings;
  private final float[] lifts;
  private final float[] noise;

  HybridScorer(RankingSettings settings) {
    this(settings, NONE, NONE);
  }

  /**
   * Creates a scorer for a request.
   *
   * @param lifts how much more each slot is liked there, shape [slots]; empty for no context
   * @param noise what is added to the user's factors, scaled, shape [K]; empty for nothing
   */
  HybridScorer(RankingSettings settings, float[] lifts, float[] noise) {
    this.settings = settings;
    this.lifts = lifts;
    this.noise = noise;
  }

  /** Returns the scores of every slot; nothing else is allocated. */
  Scores scores(UserProfile profile, BlendWeights weights, CatalogueView view) {
    int bucket = profile.bucket();
    float[] behaviour = new float[view.slots()];
    view.features.addBehaviour(profile.query(), behaviour);
    float[] scores = new float[view.slots()];
    float own = weights.weight(bucket, Term.BEHAVIOUR);
    float popular = weights.weight(bucket, Term.POPULARITY);
    float trending = weights.weight(bucket, Term.TREND);
    float[] popularity = view.popularity.popularity;
    float[] trend = view.popularity.trend;
    for (int slot = 0; slot < scores.length; slot++) {
      scores[slot] = own * behaviour[slot] + popular * popularity[slot] + trending * trend[slot];
    }
    float there = weights.weight(bucket, Term.CONTEXT);
    for (int slot = 0; slot < lifts.length; slot++) {
      scores[slot] += there * lifts[slot];
    }
    addDense(profile, weights, view, scores);
    float near = weights.weight(bucket, Term.NEIGHBOURS);
    for (int slot : profile.touched()) {
      scores[slot] += near * neighbours(profile, slot);
    }
    return new Scores(scores, behaviour);
  }

  private void addDense(
      UserProfile profile, BlendWeights weights, CatalogueView view, float[] scores) {
    int bucket = profile.bucket();
    float[] query = profile.query().clone();
    scale(query, Features.CONTENT, weights.weight(bucket, Term.CONTENT));
    scale(query, Features.KNOWLEDGE, weights.weight(bucket, Term.KNOWLEDGE));
    view.features.addProfiles(query, scores);
    profile.attention().addScores(weights.weight(bucket, Term.KNOWLEDGE), scores);
    if (noise.length > 0) {
      for (int d = 0; d < K; d++) {
        float explored = weights.weight(bucket, Term.BEHAVIOUR) * noise[d];
        query[Features.BEHAVIOUR + d] = explored;
        query[Features.MAPPED + d] = explored;
      }
      view.features.addBehaviour(query, scores);
    }
    view.sequence.addScores(profile.sequence(), weights.weight(bucket, Term.SEQUENCE), scores);
  }

  /** Sets {@code target[offset..]} to the terms of one item before their weights. */
  void features(UserProfile profile, CatalogueView view, int slot, float[] target, int offset) {
    target[offset + Term.BEHAVIOUR.index()] = behaviour(profile, view, slot);
    target[offset + Term.NEIGHBOURS.index()] = neighbours(profile, slot);
    target[offset + Term.CONTENT.index()] = part(profile, view, slot, Features.CONTENT);
    target[offset + Term.KNOWLEDGE.index()] =
        part(profile, view, slot, Features.KNOWLEDGE) + profile.attention().term(slot);
    target[offset + Term.POPULARITY.index()] = view.popularity.popularity[slot];
    target[offset + Term.TREND.index()] = view.popularity.trend[slot];
    target[offset + Term.SEQUENCE.index()] = view.sequence.term(slot, profile.sequence());
    target[offset + Term.CONTEXT.index()] = lifts.length == 0 ? 0 : lifts[slot];
  }

  /** Returns the boost of one item: 0 for one that has been met often enough. */
  float boost(Scores scores, CatalogueView view, int slot) {
    if (settings.boost() == 0 || view.popularity.events[slot] >= settings.boostBelow()) {
      return 0;
    }
    return settings.boost()
        + settings.boostShare() * scores.behaviour()[slot]
        + settings.boostPopularity() * view.popularity.popularity[slot];
  }

  /** Returns what the noise adds to one item before the weight of the behaviour term. */
  float exploration(CatalogueView view, int slot) {
    return noise.length == 0
        ? 0
        : view.features.dot(slot, Features.BEHAVIOUR, K, noise, 0)
            + view.features.dot(slot, Features.MAPPED, K, noise, 0);
  }

  private static float behaviour(UserProfile profile, CatalogueView view, int slot) {
    return part(profile, view, slot, Features.BEHAVIOUR)
        + part(profile, view, slot, Features.MAPPED);
  }

  private static float part(UserProfile profile, CatalogueView view, int slot, int from) {
    return view.features.dot(slot, from, K, profile.query(), from);
  }

  private float neighbours(UserProfile profile, int slot) {
    // log(1 + x), not log1p(x): five times as fast, and exact enough above the floor.
    return (float) Math.log(1 + profile.neighbours()[slot] / (double) settings.neighbourFloor());
  }

  private static void scale(float[] query, int from, float weight) {
    for (int d = from; d < from + K; d++) {
      query[d] *= weight;
    }
  }
}
