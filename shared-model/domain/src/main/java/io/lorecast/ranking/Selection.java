package io.lorecast.ranking;

import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Chooses the best slots of one ranking: those allowed, by score, with a few new items let in by
 * {@link NewItemLane}, and no more of a kind than the caps admit.
 */
final class Selection {

  /** Where the best do not fill a capped list, so many times as many are looked at. */
  private static final int DEEPER = 4;

  /** A slot chosen, with its score, and the boost and what the request's rules add in it. */
  record Chosen(int slot, double score, float boost, float rules) {

    /** Returns this with as much less of its boost as brings it down to {@code most}. */
    Chosen loweredTo(double most) {
      float less = (float) (score - most);
      return less <= 0 ? this : new Chosen(slot, most, boost - less, rules);
    }
  }

  private final RankingSettings settings;
  private final HybridScorer scorer;
  private final CatalogueView view;
  private final RankRequest request;
  private final float mostRules;
  private final BitSet barred = new BitSet();

  Selection(
      RankingSettings settings, HybridScorer scorer, CatalogueView view, RankRequest request) {
    this.settings = settings;
    this.scorer = scorer;
    this.view = view;
    this.request = request;
    this.mostRules = (float) request.adjustments().most();
    request.seen().forEach(this::bar);
    request.exclude().forEach(this::bar);
  }

  /** Returns the best {@code most} slots, best first. */
  List<Chosen> best(HybridScorer.Scores scores, int most) {
    int drawn = most;
    while (true) {
      List<Chosen> ordered = draw(scores, drawn);
      List<Chosen> admitted = admitted(ordered, most);
      if (admitted.size() == most || ordered.size() < drawn || drawn >= scores.total().length) {
        return admitted;
      }
      drawn = Math.min(scores.total().length, DEEPER * drawn);
    }
  }

  /** Takes the first of {@code ordered} that the caps admit. */
  private List<Chosen> admitted(List<Chosen> ordered, int most) {
    if (request.caps().isNone()) {
      return ordered;
    }
    Caps.Tally tally = request.caps().tally();
    return ordered.stream()
        .filter(chosen -> tally.admits(view.item(chosen.slot())))
        .limit(most)
        .toList();
  }

  private List<Chosen> draw(HybridScorer.Scores scores, int most) {
    TopSlots best = new TopSlots(view, most);
    TopSlots lifted = new TopSlots(view, settings.boostedItems());
    for (int slot = 0; slot < scores.total().length; slot++) {
      if (view.items[slot] != null && !barred.get(slot)) {
        offer(best, slot, scores.total()[slot]);
        if (settings.boost() > 0 && view.popularity.events[slot] < settings.boostBelow()) {
          offer(lifted, slot, scores.total()[slot] + scorer.boost(scores, view, slot));
        }
      }
    }
    return merge(scores, best.drain(), lifted.drain(), most);
  }

  private List<Chosen> merge(HybridScorer.Scores scores, int[] best, int[] lifted, int most) {
    List<Chosen> plain = new ArrayList<>(best.length);
    for (int slot : best) {
      plain.add(chosen(slot, scores.total()[slot], 0));
    }
    List<Chosen> lane = new ArrayList<>(lifted.length);
    for (int slot : lifted) {
      lane.add(chosen(slot, scores.total()[slot], scorer.boost(scores, view, slot)));
    }
    return new NewItemLane(lane).mergedInto(plain, most);
  }

  private Chosen chosen(int slot, float score, float boost) {
    float rules = rules(view.item(slot));
    return new Chosen(slot, score + boost + rules, boost, rules);
  }

  private float rules(CatalogueItem item) {
    return request.adjustments().isNone() ? 0 : (float) request.adjustments().of(item);
  }

  /** Predicates are asked last: only about items whose score could bring them in. */
  private void offer(TopSlots top, int slot, float score) {
    if (top.wouldKeep(slot, score + mostRules)) {
      CatalogueItem item = view.item(slot);
      if (item.available() && request.where().holds(item)) {
        float total = score + rules(item);
        if (top.wouldKeep(slot, total)) {
          top.add(slot, total);
        }
      }
    }
  }

  private void bar(ItemId item) {
    int slot = view.slot(item);
    if (slot >= 0) {
      barred.set(slot);
    }
  }
}
