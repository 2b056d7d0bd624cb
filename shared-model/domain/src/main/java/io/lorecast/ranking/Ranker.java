package io.lorecast.ranking;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks a catalogue for a user, or around an item. Pure; thread-safe. */
public final class Ranker {

  /** Reasons are what sets an item apart among so many times k of the best. */
  private static final int COMPARED = 2;

  private static final UserId NOBODY = new UserId("nobody");

  private final RankingSettings settings;

  /** Creates a ranker. */
  public Ranker(RankingSettings settings) {
    this.settings = settings;
  }

  /** Returns the items whose neighbour rows {@link #rank} reads for this history, newest first. */
  public List<ItemId> rowsWanted(UserHistory history) {
    return RecentItem.of(history, settings.neighbourEvents()).stream()
        .map(RecentItem::item)
        .toList();
  }

  /**
   * Returns the best items for a user, best first, each with the terms that add up to its score and
   * a reason. A user without history gets what is popular.
   *
   * @param rows neighbour rows of the items {@link #rowsWanted}; absent ones say nothing
   */
  public List<ScoredItem> rank(
      RankRequest request,
      UserHistory history,
      Map<ItemId, NeighbourRow> rows,
      Catalogue catalogue,
      BlendWeights weights,
      Instant now) {
    return catalogue.readAt(
        now,
        view ->
            new Pass(settings, request, rows, view, weights, Explanation.OF_USER).items(history));
  }

  /** Returns the items of {@link #rank}, in the same order, without terms and reasons. */
  public List<ItemId> best(
      RankRequest request,
      UserHistory history,
      Map<ItemId, NeighbourRow> rows,
      Catalogue catalogue,
      BlendWeights weights,
      Instant now) {
    return catalogue.readAt(
        now,
        view -> new Pass(settings, request, rows, view, weights, Explanation.OF_USER).ids(history));
  }

  /**
   * Returns the items most like {@code to}, best first: by content and knowledge, then neighbours
   * and factors, never by popularity; {@code to} itself never comes. Empty if {@code to} is not in
   * the catalogue.
   *
   * @param rows the neighbour row of {@code to}; absent if it has none
   */
  public List<ScoredItem> similar(
      RankRequest request,
      ItemId to,
      Map<ItemId, NeighbourRow> rows,
      Catalogue catalogue,
      Instant now) {
    // An item is like what would be recommended to somebody who likes it and has done nothing else.
    HistoryEntry like = new HistoryEntry("like", to, Signal.LIKED, 1, now.toEpochMilli());
    UserHistory history = new UserHistory(NOBODY, 1, List.of(like));
    RankRequest others = request.without(to);
    RankingSettings unboosted = settings.withBoost(0);
    return catalogue.readAt(
        now,
        view ->
            view.slot(to) < 0
                ? List.of()
                : new Pass(
                        unboosted,
                        others,
                        rows,
                        view,
                        BlendWeights.similarity(),
                        Explanation.OF_ITEM)
                    .items(history));
  }

  /** One ranking, under the catalogue's lock. */
  private record Pass(
      RankingSettings settings,
      RankRequest request,
      Map<ItemId, NeighbourRow> rows,
      CatalogueView view,
      BlendWeights weights,
      Explanation explanation) {

    List<ScoredItem> items(UserHistory history) {
      HybridScorer scorer = new HybridScorer(settings);
      UserProfile profile = new ProfileBuilder(settings).profile(history, rows, view);
      int pool = request.diversity() > 0 ? settings.diversityPool() : COMPARED * request.k();
      List<Selection.Chosen> candidates = candidates(scorer, profile, pool);
      TermTable table = TermTable.of(candidates, scorer, profile, weights, view);
      Map<Selection.Chosen, Integer> positions = new HashMap<>();
      candidates.forEach(chosen -> positions.put(chosen, positions.size()));
      Evidence evidence = new Evidence(profile, rows, view, explanation);
      List<ScoredItem> items = new ArrayList<>();
      for (Selection.Chosen chosen :
          DiversityReranker.rerank(candidates, view, request.k(), request.diversity())) {
        int candidate = positions.getOrDefault(chosen, 0);
        items.add(
            item(
                table,
                candidate,
                view.item(chosen.slot()),
                evidence.reason(table, candidate, chosen.slot())));
      }
      return items;
    }

    List<ItemId> ids(UserHistory history) {
      UserProfile profile = new ProfileBuilder(settings).profile(history, rows, view);
      int pool = request.diversity() > 0 ? settings.diversityPool() : request.k();
      List<Selection.Chosen> candidates = candidates(new HybridScorer(settings), profile, pool);
      return DiversityReranker.rerank(candidates, view, request.k(), request.diversity()).stream()
          .map(chosen -> view.item(chosen.slot()).id())
          .toList();
    }

    private List<Selection.Chosen> candidates(HybridScorer scorer, UserProfile profile, int pool) {
      float[] scores = scorer.scores(profile, weights, view);
      Selection selection = new Selection(settings, scorer, view, request);
      return selection.best(profile, scores, Math.max(request.k(), pool));
    }

    private static ScoredItem item(
        TermTable table, int candidate, CatalogueItem item, Reason reason) {
      Map<Term, Double> terms = new EnumMap<>(Term.class);
      double score = 0;
      for (Term term : Term.values()) {
        double value = table.value(candidate, term);
        terms.put(term, value);
        score += value;
      }
      return new ScoredItem(item.id(), item.name(), score, terms, reason);
    }
  }
}
