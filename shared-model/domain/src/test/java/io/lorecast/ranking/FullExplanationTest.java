package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.ANNA;
import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Forgetting;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What would be without an item, and what each item contributes, against ranking again. */
class FullExplanationTest {

  private static final int K = 8;
  private static final List<Term> IMPERSONAL = List.of(Term.POPULARITY, Term.TREND, Term.BOOST);

  private final SampleCatalogue sample = new SampleCatalogue();
  private final Ranker ranker = new Ranker(sample.settings);

  @Test
  void withoutTheOnlyLikeAnItemFallsToWhereAStrangerFindsIt() {
    UserHistory history = liked(30);
    List<ScoredItem> items = rank(full(0, history), history);
    List<ItemId> stranger = ids(rank(all(0, history), UserHistory.empty(ANNA)));

    ScoredItem first = items.getFirst();
    Counterfactual counterfactual = counterfactual(first).orElseThrow();
    assertThat(counterfactual.without()).isEqualTo(new MetItem(id(30), "Item 30", true));
    assertThat(counterfactual.rankBefore()).isEqualTo(1);
    assertThat(counterfactual.rankAfter())
        .isEqualTo(1 + stranger.indexOf(first.id()))
        .isGreaterThan(1);
  }

  @Property(tries = 40)
  void theCounterfactualIsTheDeepestFallThatRankingAgainFinds(
      @ForAll("histories") UserHistory history, @ForAll("diversities") double diversity) {
    List<ScoredItem> items = rank(full(diversity, history), history);
    Map<ItemId, List<ItemId>> without = new HashMap<>();
    for (ItemId met : lately(history)) {
      without.put(met, ids(rank(all(diversity, history), history.without(met))));
    }

    for (int i = 0; i < items.size(); i++) {
      ItemId item = items.get(i).id();
      int deepest =
          without.values().stream().mapToInt(ids -> 1 + ids.indexOf(item)).max().orElse(0);
      Optional<Counterfactual> found = counterfactual(items.get(i));
      assertThat(found.isPresent()).isEqualTo(deepest > i + 1);
      int rank = i + 1;
      found.ifPresent(
          counterfactual -> {
            assertThat(counterfactual.rankBefore()).isEqualTo(rank);
            assertThat(counterfactual.rankAfter())
                .isEqualTo(deepest)
                .isEqualTo(1 + without.get(counterfactual.without().id()).indexOf(item));
          });
    }
  }

  @Property(tries = 40)
  void theContributionsAddUpToThePersonalTerms(
      @ForAll("histories") UserHistory history, @ForAll("diversities") double diversity) {
    for (ScoredItem item : rank(full(diversity, history), history)) {
      double impersonal = IMPERSONAL.stream().mapToDouble(item.terms()::get).sum();
      double sum = item.contributions().stream().mapToDouble(Contribution::value).sum();
      assertThat(sum).isEqualTo(item.score() - impersonal, within(1e-5));
      assertThat(item.contributions())
          .hasSize(Math.min(21, RecentItem.of(history, Integer.MAX_VALUE).size()))
          .isSortedAccordingTo(
              (one, other) -> Double.compare(Math.abs(other.value()), Math.abs(one.value())));
    }
  }

  @Test
  void aSingleItemContributesAllThereIs() {
    UserHistory history = liked(30);

    ScoredItem item = rank(full(.3, history), history).getFirst();

    double personal = item.score() - IMPERSONAL.stream().mapToDouble(item.terms()::get).sum();
    assertThat(item.contributions()).hasSize(1);
    assertThat(item.contributions().getFirst().of()).contains(new MetItem(id(30), "Item 30", true));
    assertThat(item.contributions().getFirst().value()).isEqualTo(personal, within(1e-5));
  }

  @Test
  void whatLiesBeforeTheLastTwentyContributesTogether() {
    UserHistory history =
        liked(java.util.stream.IntStream.range(0, 25).map(i -> 59 - 2 * i).toArray());

    List<Contribution> contributions = rank(full(0, history), history).getFirst().contributions();

    assertThat(contributions).hasSize(21);
    assertThat(contributions.stream().filter(one -> one.of().isEmpty())).hasSize(1);
    assertThat(contributions.stream().flatMap(one -> one.of().stream()).map(MetItem::id))
        .doesNotHaveDuplicates()
        .doesNotContain(id(59), id(51));
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    UserHistory history = HistoryGameTest.history(SampleCatalogue.order().subList(0, 40));

    assertThat(rank(full(.3, history), history)).isEqualTo(rank(full(.3, history), history));
  }

  @Test
  void anItemLookedAtAndLikedIsNotCalledALikeAloneWhenAllOfItIsTakenOut() {
    UserHistory history =
        UserHistory.empty(ANNA)
            .with(SampleCatalogue.entry(0, 30, Signal.OTHER))
            .with(SampleCatalogue.entry(1, 30, Signal.LIKED));

    ScoredItem item = rank(full(0, history), history).getFirst();

    assertThat(item.reason().orElseThrow().because().orElseThrow().liked()).isTrue();
    assertThat(counterfactual(item).orElseThrow().without().liked()).isFalse();
  }

  @Test
  void aStrangerHasNothingToTakeOut() {
    List<ScoredItem> items = rank(full(0, UserHistory.empty(ANNA)), UserHistory.empty(ANNA));

    assertThat(items).hasSize(K).allMatch(item -> item.contributions().isEmpty());
    assertThat(items).allMatch(item -> counterfactual(item).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void theLevelChangesWhatIsSaidAndNotWhatIsRecommended(ExplanationLevel level) {
    UserHistory history = liked(30, 31, 34);
    RankRequest request = full(.3, history).explained(level);

    List<ScoredItem> items = rank(request, history);

    assertThat(ids(items)).isEqualTo(ids(rank(request.explained(ExplanationLevel.SHORT), history)));
    assertThat(items).allMatch(i -> i.reason().isPresent() == (level != ExplanationLevel.NONE));
    assertThat(items)
        .allMatch(i -> i.contributions().isEmpty() == (level != ExplanationLevel.FULL));
  }

  @Test
  void similarItemsHaveNothingToTakeOut() {
    RankRequest request = full(0, UserHistory.empty(ANNA));

    assertThat(ranker.similar(request, id(10), sample.rows, sample.catalogue, NOW))
        .hasSize(K)
        .allMatch(item -> item.contributions().isEmpty() && counterfactual(item).isEmpty())
        .allMatch(item -> item.reason().isPresent());
  }

  @Property(tries = 25)
  void takingTheUsersOwnAdditionsOutOfTheCountersTooChangesNothing(
      @ForAll("histories") UserHistory history) {
    if (history.entries().isEmpty()) {
      return;
    }
    Learner learner = new Learner(InteractionWeights.defaults(), LearnerSettings.defaults());
    List<Interaction> whole = interactions(history);
    ItemId gone = whole.getLast().item();
    List<Interaction> less =
        whole.stream().filter(interaction -> !interaction.item().equals(gone)).toList();
    Map<ItemId, NeighbourRow> taught = taught(sample.rows, learner.forget(ANNA, whole));
    Map<ItemId, NeighbourRow> untaught = taught(sample.rows, learner.forget(ANNA, less));
    RankRequest request = all(0, history);

    assertThat(rank(request, history.without(gone), taught))
        .isEqualTo(rank(request, history.without(gone), untaught));
  }

  private static List<Interaction> interactions(UserHistory history) {
    return history.entries().stream()
        .map(
            entry ->
                new Interaction(
                    entry.feedbackId(),
                    ANNA,
                    entry.item(),
                    entry.signal() == Signal.LIKED ? InteractionKind.LIKE : InteractionKind.VIEW,
                    null,
                    Instant.ofEpochMilli(entry.atMillis())))
        .toList();
  }

  /** Returns {@code rows} with what {@code forgetting} would take out of them again. */
  private static Map<ItemId, NeighbourRow> taught(
      Map<ItemId, NeighbourRow> rows, Forgetting forgetting) {
    Map<ItemId, Map<Signal, Map<ItemId, Long>>> counters = new HashMap<>();
    rows.forEach(
        (item, row) ->
            counters.put(
                item,
                Map.of(
                    Signal.LIKED, new HashMap<>(row.liked()),
                    Signal.OTHER, new HashMap<>(row.other()))));
    forgetting
        .pairs()
        .forEach(
            pair ->
                counters
                    .get(pair.row())
                    .get(pair.signal())
                    .merge(pair.neighbour(), -pair.amount(), Long::sum));
    return counters.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                row ->
                    new NeighbourRow(
                        row.getValue().get(Signal.LIKED), row.getValue().get(Signal.OTHER))));
  }

  private RankRequest full(double diversity, UserHistory history) {
    return request(K, diversity, history).explained(ExplanationLevel.FULL);
  }

  private RankRequest all(double diversity, UserHistory history) {
    return request(SampleCatalogue.ITEMS, diversity, history);
  }

  private static RankRequest request(int k, double diversity, UserHistory history) {
    Set<ItemId> seen =
        RecentItem.of(history, Integer.MAX_VALUE).stream()
            .map(RecentItem::item)
            .collect(Collectors.toSet());
    return RankRequest.best(k, seen).withDiversity(diversity);
  }

  private List<ScoredItem> rank(RankRequest request, UserHistory history) {
    return rank(request, history, sample.rows);
  }

  private List<ScoredItem> rank(
      RankRequest request, UserHistory history, Map<ItemId, NeighbourRow> rows) {
    return ranker.rank(request, history, rows, sample.catalogue, BlendWeights.start(), NOW);
  }

  private static List<ItemId> lately(UserHistory history) {
    return RecentItem.of(history, HistoryGame.APART).stream().map(RecentItem::item).toList();
  }

  private static Optional<Counterfactual> counterfactual(ScoredItem item) {
    return item.reason().orElseThrow().counterfactual();
  }

  private static List<ItemId> ids(List<ScoredItem> items) {
    return new ArrayList<>(items.stream().map(ScoredItem::id).toList());
  }

  /** Up to 40 meetings with 45 of the items, so that some are left to recommend. */
  @Provide
  Arbitrary<UserHistory> histories() {
    return Arbitraries.integers().between(0, 44).list().ofMaxSize(40).map(HistoryGameTest::history);
  }

  /** Without diversity, and with. */
  @Provide
  Arbitrary<Double> diversities() {
    return Combinators.combine(Arbitraries.of(true, false), Arbitraries.doubles().between(.05, 1))
        .as((plain, spread) -> plain ? 0 : spread);
  }
}
