package io.lorecast.ranking;

import io.lorecast.attribution.CooperativeGame;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Features;
import io.lorecast.learning.Signal;
import java.util.List;

/**
 * The game whose players are the items of a user's history and whose outcomes are recommended
 * items: a coalition achieves the personal part of the score, as it would be had the user met
 * nothing but the coalition's items.
 *
 * <pre>
 *   v_i(S) = w1 * behaviour_i(S) + w2 * neighbours_i(S) + w3 * content_i(S) + w4 * knowledge_i(S)
 * </pre>
 *
 * <p>Windows close up and recency counts anew within S; the weights w are those of a user with as
 * many likes as S has. Popularity, trend and the boost are nobody's doing. v(nobody) is 0, so the
 * Shapley values add up to the personal terms of the score.
 *
 * <p>Each of the last {@link #APART} items met plays for itself; all before them are one player
 * more, the last. Belongs to one thread.
 */
final class HistoryGame implements CooperativeGame {

  /** How many items of a history play for themselves. */
  static final int APART = 20;

  private final List<RecentItem> met;
  private final List<HistoryPart> parts;
  private final BlendWeights weights;
  private final int outcomes;
  private final int[] members;

  private HistoryGame(
      List<RecentItem> met, List<HistoryPart> parts, BlendWeights weights, int outcomes) {
    this.met = met;
    this.parts = parts;
    this.weights = weights;
    this.outcomes = outcomes;
    this.members = new int[met.size()];
  }

  /**
   * Prepares the game.
   *
   * @param met the items met, newest first
   * @param slots of the outcomes
   */
  static HistoryGame of(ScoringBasis basis, List<RecentItem> met, int[] slots) {
    RankingSettings settings = basis.settings();
    float[] items = new float[slots.length * Features.SIZE];
    for (int i = 0; i < slots.length; i++) {
      basis.view().features.copy(slots[i], 0, Features.SIZE, items, i * Features.SIZE);
    }
    // Without those who play apart, as many others come into each window.
    int window =
        Math.max(
            settings.lastingLikes(), Math.max(settings.foldInLikes(), settings.profileLikes()));
    LikedRows liked = LikedRows.of(met, APART + window, basis.view());
    return new HistoryGame(
        met,
        List.of(
            new FoldInPart(basis, liked, APART + settings.foldInLikes(), items),
            new LastingPart(basis, liked, items),
            new NeighbourPart(basis, met, APART + settings.neighbourEvents(), slots),
            ProfilePart.content(settings, liked, items),
            ProfilePart.knowledge(settings, liked, items)),
        basis.weights(),
        slots.length);
  }

  /** Returns how many items play for themselves: the first of those met. */
  int apart() {
    return Math.min(APART, met.size());
  }

  @Override
  public int players() {
    return Math.min(APART + 1, met.size());
  }

  @Override
  public int outcomes() {
    return outcomes;
  }

  @Override
  public void value(long coalition, double[] target) {
    java.util.Arrays.fill(target, 0);
    int count = 0;
    int likes = 0;
    for (int position = 0; position < members.length; position++) {
      if ((coalition >> Math.min(position, APART) & 1) == 1) {
        members[count++] = position;
        likes += met.get(position).signal() == Signal.LIKED ? 1 : 0;
      }
    }
    int bucket = BlendWeights.bucket(likes);
    for (HistoryPart part : parts) {
      part.addTo(target, members, count, weights.weight(bucket, part.term()));
    }
  }
}
