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
 * items lifted by their boost, and no more of a kind than the caps admit.
 */
final class Selection {

  /** Where the best do not fill a capped list, so many times as many are looked at. */
  private static final int DEEPER = 4;

  /** A slot chosen, with its score, and the boost and what the request's rules add in it. */
  record Chosen(int slot, double score, float boost, float rules) {}

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
  List<Chosen> best(UserProfile profile, float[] scores, int most) {
    int drawn = most;
    while (true) {
      List<Chosen> ordered = draw(profile, scores, drawn);
      List<Chosen> admitted = admitted(ordered, most);
      if (admitted.size() == most || ordered.size() < drawn || drawn >= scores.length) {
        return admitted;
      }
      drawn = Math.min(scores.length, DEEPER * drawn);
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

  private List<Chosen> draw(UserProfile profile, float[] scores, int most) {
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
   * put it, were it asked for everything, caps aside.
   */
  int place(UserProfile profile, float[] scores, int slot) {
    float[] raised = scores.clone();
    for (int boosted : lifted(profile, scores)) {
      raised[boosted] += Math.max(0, scorer.boost(profile, view, boosted));
    }
    float own = raised[slot] + rules(view.item(slot));
    int place = 1;
    for (int other = 0; other < raised.length; other++) {
      if (isCandidate(other) && isAllowed(other)) {
        float total = raised[other] + rules(view.item(other));
        place += TopSlots.isBetter(view, other, total, slot, own) ? 1 : 0;
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
      chosen.put(slot, chosen(slot, scores[slot], 0));
    }
    for (int slot : lifted) {
      float boost = scorer.boost(profile, view, slot);
      if (boost > 0) {
        chosen.put(slot, chosen(slot, scores[slot] + boost, boost));
      }
    }
    List<Chosen> ordered = new ArrayList<>(chosen.values());
    ordered.sort(
        Comparator.comparingDouble((Chosen c) -> -c.score())
            .thenComparing(c -> view.item(c.slot()).id().value()));
    return ordered.subList(0, Math.min(most, ordered.size()));
  }

  private Chosen chosen(int slot, float score, float boost) {
    float rules = rules(view.item(slot));
    return new Chosen(slot, score + rules, boost, rules);
  }

  private float rules(CatalogueItem item) {
    return request.adjustments().isNone() ? 0 : (float) request.adjustments().of(item);
  }

  /** Predicates are asked last: only about items whose score could bring them in. */
  private void offer(TopSlots top, int slot, float score) {
    if (top.wouldKeep(slot, score + mostRules) && isAllowed(slot)) {
      float total = score + rules(view.item(slot));
      if (top.wouldKeep(slot, total)) {
        top.add(slot, total);
      }
    }
  }

  private boolean isAllowed(int slot) {
    CatalogueItem item = view.item(slot);
    return item.available() && request.where().holds(item);
  }

  private void bar(ItemId item) {
    int slot = view.slot(item);
    if (slot >= 0) {
      barred.set(slot);
    }
  }
}
