package io.lorecast.ranking;

import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One ranking, under the catalogue's lock. */
record RankingPass(ScoringBasis basis, RankRequest request) {

  List<ScoredItem> items(UserHistory history) {
    Ordering ordering = new Ordering(basis, request, history);
    Ordering.Standing standing = ordering.standing(history);
    List<Selection.Chosen> list = ordering.list(standing);
    TermTable table = ordering.terms(standing);
    int[] candidates = list.stream().mapToInt(standing.candidates()::indexOf).toArray();
    List<Optional<Reason>> reasons = reasons(standing, table, candidates);
    List<List<Contribution>> contributions = Collections.nCopies(list.size(), List.of());
    if (request.explain() == ExplanationLevel.FULL) {
      int[] slots = list.stream().mapToInt(Selection.Chosen::slot).toArray();
      reasons = counterfactuals(ordering, reasons, slots, history);
      contributions = Contributions.of(basis, history, slots);
    }
    List<ScoredItem> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      CatalogueItem item = basis.view().item(list.get(i).slot());
      items.add(item(table, candidates[i], item, reasons.get(i), contributions.get(i)));
    }
    return items;
  }

  private List<Optional<Reason>> reasons(
      Ordering.Standing standing, TermTable table, int[] candidates) {
    Evidence evidence = new Evidence(standing.profile(), basis.rows(), basis.view());
    return Arrays.stream(candidates)
        .mapToObj(
            candidate ->
                request.reason(
                    () ->
                        evidence.reason(
                            table, candidate, standing.candidates().get(candidate).slot())))
        .toList();
  }

  private List<Optional<Reason>> counterfactuals(
      Ordering ordering, List<Optional<Reason>> reasons, int[] slots, UserHistory history) {
    List<ItemId> lately =
        RecentItem.of(history, HistoryGame.APART).stream().map(RecentItem::item).toList();
    List<Optional<Counterfactual>> found =
        new Counterfactuals(ordering, basis.view()).of(slots, history, lately);
    List<Optional<Reason>> with = new ArrayList<>();
    for (int i = 0; i < slots.length; i++) {
      Optional<Counterfactual> without = found.get(i);
      with.add(reasons.get(i).map(reason -> reason.with(without)));
    }
    return with;
  }

  List<ItemId> ids(UserHistory history) {
    Ordering ordering = new Ordering(basis, request, history);
    return ordering.list(ordering.standing(history)).stream()
        .map(chosen -> basis.view().item(chosen.slot()).id())
        .toList();
  }

  static ScoredItem item(
      TermTable table,
      int candidate,
      CatalogueItem item,
      Optional<Reason> reason,
      List<Contribution> contributions) {
    Map<Term, Double> terms = new EnumMap<>(Term.class);
    double score = 0;
    for (Term term : Term.values()) {
      double value = table.value(candidate, term);
      terms.put(term, value);
      score += value;
    }
    return new ScoredItem(item.id(), item.name(), score, terms, reason, contributions);
  }
}
