package io.lorecast.ranking;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ranks a catalogue for a user, or around an item. Pure; thread-safe. */
public final class Ranker {

  private static final UserId NOBODY = new UserId("nobody");

  private final RankingSettings settings;

  /** Creates a ranker. */
  public Ranker(RankingSettings settings) {
    this.settings = settings;
  }

  /** Returns the items whose neighbour rows {@link #rank} reads for this history, newest first. */
  public List<ItemId> rowsWanted(UserHistory history) {
    return rowsWanted(history, List.of(), ExplanationLevel.SHORT);
  }

  /**
   * Returns the same where {@code session} was looked at after what the history holds; for a full
   * explanation also those that would come in, were the last ones taken out.
   */
  public List<ItemId> rowsWanted(
      UserHistory history, List<ItemId> session, ExplanationLevel explain) {
    int more = explain == ExplanationLevel.FULL ? HistoryGame.APART : 0;
    return RecentItem.of(Session.fold(history, session), settings.neighbourEvents() + more).stream()
        .map(RecentItem::item)
        .toList();
  }

  /**
   * Returns the best items for a user, best first, each with the terms that add up to its score and
   * a reason. A user without history and session gets what is popular. Only here does a request's
   * {@link Exploration} count.
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
    UserHistory folded = Session.fold(history, request.session());
    return catalogue.readAt(
        now,
        view ->
            new RankingPass(new ScoringBasis(settings, weights, view, rows), request)
                .items(folded));
  }

  /** Returns the items of {@link #rank}, in the same order, without terms and reasons. */
  public List<ItemId> best(
      RankRequest request,
      UserHistory history,
      Map<ItemId, NeighbourRow> rows,
      Catalogue catalogue,
      BlendWeights weights,
      Instant now) {
    UserHistory folded = Session.fold(history, request.session());
    RankRequest unexplained = request.explained(ExplanationLevel.NONE);
    return catalogue.readAt(
        now,
        view ->
            new RankingPass(new ScoringBasis(settings, weights, view, rows), unexplained)
                .ids(folded));
  }

  /**
   * Returns the items most like {@code to}, best first: by content and knowledge, then neighbours
   * and factors, never by popularity; {@code to} itself never comes. Empty if {@code to} is not in
   * the catalogue. A full explanation says no more than a short one: without {@code to} there is no
   * question.
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
    RankRequest others = request.without(Set.of(to)).forNobody();
    RankingSettings unboosted = settings.withBoost(0);
    return catalogue.readAt(
        now,
        view ->
            view.slot(to) < 0
                ? List.of()
                : new RankingPass(
                        new ScoringBasis(unboosted, BlendWeights.similarity(), view, rows), others)
                    .items(history));
  }

  /**
   * Returns the best items for a group, best first. The score is the mean of the members' scores,
   * and so the logarithm of the geometric mean of the odds that each would choose the item: what
   * one of them would never choose is out. A share of the distance from the mean to the least
   * content member is taken from it, the term {@link Term#MISERY}: with 1 that member alone
   * decides.
   *
   * <p>Source: mean and least misery, "Group Recommender Systems: Aggregation, Satisfaction and
   * Group Attributes", Recommender Systems Handbook 2015, doi:10.1007/978-1-4899-7637-6_22; that
   * they are compared by the logarithm of a member's softmax over the catalogue is ours.
   *
   * @param members the histories of at least one user
   * @param misery the share, 0 (the mean) to 1 (least misery)
   * @param rows neighbour rows of the items {@link #rowsWanted} of each member
   */
  public List<ScoredItem> group(
      RankRequest request,
      List<UserHistory> members,
      double misery,
      Map<ItemId, NeighbourRow> rows,
      Catalogue catalogue,
      BlendWeights weights,
      Instant now) {
    RankingSettings unboosted = settings.withBoost(0);
    return catalogue.readAt(
        now,
        view ->
            new GroupPass(new ScoringBasis(unboosted, weights, view, rows), request, (float) misery)
                .items(members));
  }

  /**
   * Returns the items whose texts and images say what is nearest to {@code query}, best first. The
   * score is the cosine of the two, in the blocks that the query has, and stands as the content
   * term; items of which nothing was encoded come last.
   *
   * @param query in the content space of the catalogue's model
   * @throws IllegalArgumentException if it is of another dimension
   */
  public List<ScoredItem> search(
      RankRequest request, Embedding query, Catalogue catalogue, Instant now) {
    RankingSettings unboosted = settings.withBoost(0);
    return catalogue.readAt(now, view -> new SearchPass(unboosted, request, view).items(query));
  }
}
