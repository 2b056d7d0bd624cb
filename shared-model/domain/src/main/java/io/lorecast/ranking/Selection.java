package io.lorecast.ranking;

import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the best slots of one ranking: those allowed, by score, with at most a few of the boosted
 * items lifted by their boost.
 */
final class Selection {

  /** A slot chosen, with its score and the boost in it. */
  record Chosen(int slot, double score, float boost) {}

  private final RankingSettings settings;
  private final HybridScorer scorer;
  private final CatalogueView view;
  private final RankRequest request;
  private final BitSet barred = new BitSet();

  Selection(
      RankingSettings settings, HybridScorer scorer, CatalogueView view, RankRequest request) {
    this.settings = settings;
    this.scorer = scorer;
    this.view = view;
    this.request = request;
    request.seen().forEach(this::bar);
    request.exclude().forEach(this::bar);
  }

  /** Returns the best {@code most} slots, best first. */
  List<Chosen> best(UserProfile profile, float[] scores, int most) {
    TopSlots best = new TopSlots(view, most);
    for (int slot = 0; slot < scores.length; slot++) {
      if (isCandidate(slot)) {
        offer(best, slot, scores[slot]);
      }
    }
    return merge(profile, scores, best.drain(), lifted(profile, scores), most);
  }

  /**
   * Returns the place of {@code slot} by score, from 1, however far down: where {@link #best} would
   * put it, were it asked for everything.
   */
  int place(UserProfile profile, float[] scores, int slot) {
    float[] raised = scores.clone();
    for (int boosted : lifted(profile, scores)) {
      raised[boosted] += Math.max(0, scorer.boost(profile, view, boosted));
    }
    int place = 1;
    for (int other = 0; other < raised.length; other++) {
      if (isCandidate(other)
          && TopSlots.isBetter(view, other, raised[other], slot, raised[slot])
          && isAllowed(other)) {
        place++;
      }
    }
    return place;
  }

  /** Returns the few slots that their boost may lift. */
  private int[] lifted(UserProfile profile, float[] scores) {
    TopSlots lifted = new TopSlots(view, settings.boostedItems());
    for (int slot = 0; settings.boost() > 0 && slot < scores.length; slot++) {
      if (isCandidate(slot) && view.popularity.events[slot] < settings.boostBelow()) {
        offer(lifted, slot, scores[slot] + scorer.boost(profile, view, slot));
      }
    }
    return lifted.drain();
  }

  private boolean isCandidate(int slot) {
    return view.items[slot] != null && !barred.get(slot);
  }

  private List<Chosen> merge(
      UserProfile profile, float[] scores, int[] best, int[] lifted, int most) {
    Map<Integer, Chosen> chosen = new HashMap<>();
    for (int slot : best) {
      chosen.put(slot, new Chosen(slot, scores[slot], 0));
    }
    for (int slot : lifted) {
      float boost = scorer.boost(profile, view, slot);
      if (boost > 0) {
        chosen.put(slot, new Chosen(slot, scores[slot] + boost, boost));
      }
    }
    List<Chosen> ordered = new ArrayList<>(chosen.values());
    ordered.sort(
        Comparator.comparingDouble((Chosen c) -> -c.score())
            .thenComparing(c -> view.item(c.slot()).id().value()));
    return ordered.subList(0, Math.min(most, ordered.size()));
  }

  /** The filter is asked last: only about items whose score would bring them in. */
  private void offer(TopSlots top, int slot, float score) {
    if (top.wouldKeep(slot, score) && isAllowed(slot)) {
      top.add(slot, score);
    }
  }

  private boolean isAllowed(int slot) {
    CatalogueItem item = view.item(slot);
    return item.available() && request.where().keeps(item);
  }

  private void bar(ItemId item) {
    int slot = view.slot(item);
    if (slot >= 0) {
      barred.set(slot);
    }
  }
}
