package io.lorecast.ranking;

import io.lorecast.learning.UserHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the catalogue stands for one request: the list that is shown, and every place behind it. */
final class Ordering {

  /**
   * The catalogue in the order of one history.
   *
   * @param scores without boost, shape [slots]
   * @param candidates what the list is chosen from, by score, best first
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for one ranking
  record Standing(UserProfile profile, float[] scores, List<Selection.Chosen> candidates) {}

  private final ScoringBasis basis;
  private final RankRequest request;
  private final HybridScorer scorer;
  private final Selection selection;

  Ordering(ScoringBasis basis, RankRequest request) {
    this.basis = basis;
    this.request = request;
    this.scorer =
        new HybridScorer(basis.settings(), ContextLifts.of(request.context(), basis.view()));
    this.selection = new Selection(basis.settings(), scorer, basis.view(), request);
  }

  Standing standing(UserHistory history) {
    UserProfile profile =
        new ProfileBuilder(basis.settings()).profile(history, basis.rows(), basis.view());
    float[] scores = scorer.scores(profile, basis.weights(), basis.view());
    return new Standing(
        profile, scores, selection.best(profile, scores, request.candidates(basis.settings())));
  }

  /** Returns the list that is shown. */
  List<Selection.Chosen> list(Standing standing) {
    return spread(standing, request.k());
  }

  /**
   * Returns the place of each of {@code slots}, from 1, in the list as it would go on: the
   * candidates as diversity spreads them, behind them the others by score.
   */
  int[] places(Standing standing, int[] slots) {
    Map<Integer, Integer> spread = new HashMap<>();
    for (Selection.Chosen chosen : spread(standing, standing.candidates().size())) {
      spread.put(chosen.slot(), spread.size() + 1);
    }
    int[] places = new int[slots.length];
    for (int i = 0; i < slots.length; i++) {
      Integer place = spread.get(slots[i]);
      places[i] =
          place != null ? place : selection.place(standing.profile(), standing.scores(), slots[i]);
    }
    return places;
  }

  TermTable terms(Standing standing) {
    return TermTable.of(
        standing.candidates(), scorer, standing.profile(), basis.weights(), basis.view());
  }

  private List<Selection.Chosen> spread(Standing standing, int most) {
    return DiversityReranker.rerank(standing.candidates(), basis.view(), most, request.diversity());
  }
}
