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
    TopSlots lifted = new TopSlots(view, settings.boostedItems());
    for (int slot = 0; slot < scores.length; slot++) {
      if (view.items[slot] != null && !barred.get(slot)) {
        offer(best, slot, scores[slot]);
        if (settings.boost() > 0 && view.popularity.events[slot] < settings.boostBelow()) {
          offer(lifted, slot, scores[slot] + scorer.boost(profile, view, slot));
        }
      }
    }
    return merge(profile, scores, best.drain(), lifted.drain(), most);
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
    if (top.wouldKeep(slot, score)) {
      CatalogueItem item = view.item(slot);
      if (item.available() && request.where().keeps(item)) {
        top.add(slot, score);
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
