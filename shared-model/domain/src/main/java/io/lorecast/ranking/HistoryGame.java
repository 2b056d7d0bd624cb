package io.lorecast.ranking;

import io.lorecast.attribution.CooperativeGame;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Features;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import java.util.List;
import java.util.Optional;

/**
 * The game whose players are the items of a user's history and whose outcomes are recommended
 * items: a coalition achieves the personal part of the score, as it would be had the user met
 * nothing but the coalition's items.
 *
 * <pre>
 *   v_i(S) = w1 * behaviour_i(S) + w2 * neighbours_i(S) + w3 * content_i(S) + w4 * knowledge_i(S)
 *          + w7 * sequence_i(S) - w7 * sequence_i(nobody)
 * </pre>
 *
 * <p>Windows close up and recency counts anew within S, whose events keep their order; the weights
 * w are those of a user with as many likes as S has. Popularity, trend and the boost are nobody's
 * doing. Nor is all of the sequence term: somebody who did nothing has the item's bias and the
 * share of the beginning, weighted as theirs, and just that is taken off. So v(nobody) is 0, and
 * the Shapley values add up to the personal terms of the score less what they are for nobody.
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

  /** The parts for somebody who did nothing, shape [outcomes]. */
  private final double[] ofNobody;

  private HistoryGame(
      List<RecentItem> met, List<HistoryPart> parts, BlendWeights weights, int outcomes) {
    this.met = met;
    this.parts = parts;
    this.weights = weights;
    this.outcomes = outcomes;
    this.members = new int[met.size()];
    this.ofNobody = new double[outcomes];
    addParts(ofNobody, 0, 0);
  }

  /**
   * Prepares the game.
   *
   * @param slots of the outcomes
   */
  static HistoryGame of(ScoringBasis basis, UserHistory history, int[] slots) {
    RankingSettings settings = basis.settings();
    List<RecentItem> met = RecentItem.of(history, Integer.MAX_VALUE);
    float[] items = new float[slots.length * Features.SIZE];
    for (int i = 0; i < slots.length; i++) {
      basis.view().features.copy(slots[i], 0, Features.SIZE, items, i * Features.SIZE);
    }
    // Without those who play apart, as many others come into each window.
    LikedRows liked = LikedRows.of(met, APART + settings.likesRead(), basis.view());
    return new HistoryGame(
        met,
        List.of(
            new FoldInPart(basis, liked, APART + settings.foldInLikes(), items),
            new LastingPart(basis, liked, items),
            new NeighbourPart(basis, met, APART + settings.neighbourEvents(), slots),
            ProfilePart.content(settings, liked, items),
            ProfilePart.knowledge(settings, liked, items),
            new AttentionPart(basis, met, liked, slots),
            new SequencePart(basis.view(), history.entries(), met, slots)),
        basis.weights(),
        slots.length);
  }

  /** Returns the player of the item at {@code position} of those met. */
  static int player(int position) {
    return Math.min(position, APART);
  }

  /** Returns the item that {@code player} is; empty for all those before the last. */
  Optional<RecentItem> item(int player) {
    return player < APART ? Optional.of(met.get(player)) : Optional.empty();
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
    int count = 0;
    int likes = 0;
    for (int position = 0; position < members.length; position++) {
      if ((coalition >> player(position) & 1) == 1) {
        members[count++] = position;
        likes += met.get(position).signal() == Signal.LIKED ? 1 : 0;
      }
    }
    for (int i = 0; i < outcomes; i++) {
      target[i] = -ofNobody[i];
    }
    addParts(target, count, BlendWeights.bucket(likes));
  }

  private void addParts(double[] target, int count, int bucket) {
    for (HistoryPart part : parts) {
      part.addTo(target, members, count, weights.weight(bucket, part.term()));
    }
  }
}
