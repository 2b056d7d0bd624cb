package io.lorecast.ranking;

import io.lorecast.learning.UserHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How the catalogue stands for one request: the list that is shown, and every place behind it. */
final class Ordering {

  /**
   * The catalogue in the order of one history.
   *
   * @param candidates what the list is chosen from, by score, best first
   */
  record Standing(
      UserProfile profile, HybridScorer.Scores scores, List<Selection.Chosen> candidates) {}

  private final ScoringBasis basis;
  private final RankRequest request;
  private final HybridScorer scorer;
  private final Selection selection;

  /**
   * Creates the order for a request.
   *
   * @param history whose factors exploration draws, once: a part of it is explored from alike
   */
  Ordering(ScoringBasis basis, RankRequest request, UserHistory history) {
    this.basis = basis;
    this.request = request;
    this.scorer =
        new HybridScorer(
            basis.settings(),
            ContextLifts.of(request.context(), basis.view()),
            request.explore().noise(history, basis.settings(), basis.view()));
    this.selection = new Selection(basis.settings(), scorer, basis.view(), request);
  }

  Standing standing(UserHistory history) {
    UserProfile profile =
        new ProfileBuilder(basis.settings())
            .profile(history, basis.rows(), basis.view(), basis.weights());
    HybridScorer.Scores scores = scorer.scores(profile, basis.weights(), basis.view());
    return new Standing(
        profile, scores, selection.best(scores, request.candidates(basis.settings())));
  }

  /** Returns the list that is shown. */
  List<Selection.Chosen> list(Standing standing) {
    return spread(standing, request.k());
  }

  /**
   * Returns the place of each of {@code slots}, from 1, in the list as it would go on: the
   * candidates as diversity spreads them, behind them the others by score, down to {@link
   * Counterfactual#DEPTH}; one more for what is further down.
   */
  int[] places(Standing standing, int[] slots) {
    Map<Integer, Integer> places = new HashMap<>();
    number(spread(standing, standing.candidates().size()), places);
    if (!IntStream.of(slots).allMatch(places::containsKey)) {
      number(selection.best(standing.scores(), Counterfactual.DEPTH), places);
    }
    return IntStream.of(slots)
        .map(slot -> places.getOrDefault(slot, Counterfactual.DEPTH + 1))
        .toArray();
  }

  /** The first places of a longer list are those of the shorter one, in another order. */
  private static void number(List<Selection.Chosen> ordered, Map<Integer, Integer> places) {
    for (int i = 0; i < ordered.size(); i++) {
      places.putIfAbsent(ordered.get(i).slot(), i + 1);
    }
  }

  TermTable terms(Standing standing) {
    return TermTable.of(
        standing.candidates(), scorer, standing.profile(), basis.weights(), basis.view());
  }

  private List<Selection.Chosen> spread(Standing standing, int most) {
    return DiversityReranker.rerank(
        standing.candidates(),
        DiversityReranker::sharesByOdds,
        basis.view(),
        most,
        request.diversity());
  }
}
