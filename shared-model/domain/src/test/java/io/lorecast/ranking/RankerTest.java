package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.ANNA;
import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.Signal;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.predicate.Predicate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RankerTest {

  private final SampleCatalogue sample = new SampleCatalogue();
  private final Ranker ranker = new Ranker(sample.settings);

  @Test
  void aFanOfAGenreGetsThatGenreFirst() {
    List<ScoredItem> items = rank(RankRequest.best(5, seen(0, 3, 6)), liked(0, 3, 6));

    assertThat(items).hasSize(5).allMatch(item -> genre(item) == 0);
  }

  @Test
  void oneLikeChangesTheVeryNextAnswerAndSaysWhy() {
    List<ScoredItem> before = rank(RankRequest.best(5, Set.of()), UserHistory.empty(ANNA));
    List<ScoredItem> after = rank(RankRequest.best(5, seen(1)), liked(1));

    assertThat(ids(after)).isNotEqualTo(ids(before));
    assertThat(reason(after.getFirst()).because()).contains(new MetItem(id(1), "Item 1", true));
  }

  @Test
  void anUnknownUserGetsWhatIsPopular() {
    List<ScoredItem> items = rank(RankRequest.best(3, Set.of()), UserHistory.empty(ANNA));

    assertThat(ids(items)).containsExactly(id(59), id(58), id(57));
    assertThat(reason(items.getFirst()).kind()).isIn(Reason.Kind.POPULARITY, Reason.Kind.TREND);
  }

  @Test
  void anEmptyCatalogueGivesAnEmptyAnswer() {
    Catalogue empty =
        new Catalogue(
            FittedModel.unfitted(ContentSpace.single("letters", 8)),
            LearnerSettings.defaults(),
            sample.settings);

    assertThat(
            ranker.rank(
                RankRequest.best(3, Set.of()),
                liked(1),
                Map.of(),
                empty,
                BlendWeights.start(),
                NOW))
        .isEmpty();
  }

  @Test
  void seenExcludedUnavailableAndFilteredItemsNeverCome() {
    sample.catalogue.put(SampleCatalogue.item(9, false), Optional.of(SampleCatalogue.content(9)));
    Predicate even = Predicate.where(Map.of("parity", List.of("even", "none")));
    RankRequest request = RankRequest.best(100, seen(0, 6)).without(Set.of(id(12))).where(even);

    List<ItemId> ids = ids(rank(request, liked(0, 6)));

    assertThat(ids)
        .hasSize(27)
        .doesNotContain(id(0), id(6), id(9), id(12))
        .allMatch(id -> (id.value().charAt(5) - '0') % 2 == 0);
  }

  @Test
  void theNewestEventsCountMost() {
    List<ScoredItem> lately = rank(RankRequest.best(1, seen(0, 1)), liked(0, 1));

    assertThat(genre(lately.getFirst())).isEqualTo(1);
  }

  @Test
  void similarItemsShareGenreOrDirectorAndNeverHoldTheItemItself() {
    List<ScoredItem> items =
        ranker.similar(RankRequest.best(5, Set.of()), id(10), sample.rows, sample.catalogue, NOW);

    // Of every ten items one has the director of item 10.
    assertThat(items)
        .allMatch(item -> genre(item) == 1 || item.id().value().endsWith("0"))
        .anyMatch(item -> genre(item) == 1);
    assertThat(ids(items)).doesNotContain(id(10));
    assertThat(reason(items.getFirst()).because().map(MetItem::id)).contains(id(10));
    assertThat(items).allMatch(item -> item.terms().get(Term.POPULARITY) == 0);
  }

  @Test
  void nothingIsSimilarToAnItemThatIsNotThere() {
    assertThat(
            ranker.similar(
                RankRequest.best(5, Set.of()), new ItemId("gone"), Map.of(), sample.catalogue, NOW))
        .isEmpty();
  }

  @Test
  void aRemovedItemIsGoneAndItsPlaceCanBeTaken() {
    sample.catalogue.remove(id(59));
    assertThat(ids(rank(RankRequest.best(60, Set.of()), UserHistory.empty(ANNA))))
        .hasSize(59)
        .doesNotContain(id(59));

    sample.add(59);
    assertThat(ids(rank(RankRequest.best(1, Set.of()), UserHistory.empty(ANNA))))
        .containsExactly(id(59));
  }

  @Test
  void popularityFadesWithTime() {
    Instant later = NOW.plus(SampleCatalogue.halfYear());

    ScoredItem item =
        ranker
            .rank(
                RankRequest.best(1, Set.of()),
                UserHistory.empty(ANNA),
                Map.of(),
                sample.catalogue,
                BlendWeights.start(),
                later)
            .getFirst();

    assertThat(item.terms().get(Term.TREND)).isEqualTo(0, within(1e-3));
    assertThat(item.terms().get(Term.POPULARITY))
        .isLessThan(
            rank(RankRequest.best(1, Set.of()), UserHistory.empty(ANNA))
                .getFirst()
                .terms()
                .get(Term.POPULARITY));
  }

  @Test
  void countsOfAnItemThatIsNotThereAreIgnored() {
    sample.catalogue.updateCounts(new ItemId("gone"), ItemCounts.NONE);

    assertThat(sample.catalogue.find(new ItemId("gone"))).isEmpty();
  }

  @Property(tries = 100)
  void theTermsAddUpToTheScoreAndTheScoresFall(@ForAll("histories") List<Integer> items) {
    List<ScoredItem> ranked = rank(RankRequest.best(20, Set.of()), history(items));

    assertThat(ranked).hasSize(20);
    for (ScoredItem item : ranked) {
      double sum = item.terms().values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(item.score()).isEqualTo(sum, within(1e-5));
    }
    for (int i = 1; i < ranked.size(); i++) {
      // The order is by sums in single precision.
      assertThat(ranked.get(i).score()).isLessThanOrEqualTo(ranked.get(i - 1).score() + 1e-4);
    }
  }

  @Property(tries = 20)
  void theOrderInWhichItemsWereAddedDoesNotMatter(
      @ForAll("histories") List<Integer> items, @ForAll Random random) {
    Catalogue shuffled = new Catalogue(sample.model(), LearnerSettings.defaults(), sample.settings);
    List<Integer> order = SampleCatalogue.order();
    Collections.shuffle(order, random);
    for (int i : order) {
      shuffled.put(SampleCatalogue.item(i, true), Optional.of(SampleCatalogue.content(i)));
      shuffled.updateCounts(id(i), SampleCatalogue.counts(i));
    }

    List<ScoredItem> other =
        ranker.rank(
            RankRequest.best(20, Set.of()),
            history(items),
            sample.rows,
            shuffled,
            BlendWeights.start(),
            NOW);

    assertThat(ids(other)).isEqualTo(ids(rank(RankRequest.best(20, Set.of()), history(items))));
  }

  @Property(tries = 50)
  void diversityNeverAddsOrRepeatsItemsAndBeginsWithTheBest(
      @ForAll("histories") List<Integer> items, @ForAll @DoubleRange(max = 1) double diversity) {
    RankRequest plain = RankRequest.best(10, Set.of());
    RankRequest spread = plain.withDiversity(diversity);

    List<ItemId> ids = ids(rank(spread, history(items)));

    assertThat(ids).hasSize(10).doesNotHaveDuplicates();
    if (diversity < 1) {
      assertThat(ids.getFirst()).isEqualTo(ids(rank(plain, history(items))).getFirst());
    }
    if (diversity == 0) {
      assertThat(ids).isEqualTo(ids(rank(plain, history(items))));
    }
  }

  @Test
  void diversityBringsOtherGenres() {
    RankRequest spread = RankRequest.best(10, seen(0)).withDiversity(.9);

    long plain = genres(rank(RankRequest.best(10, seen(0)), liked(0)));

    assertThat(genres(rank(spread, liked(0)))).isGreaterThan(plain);
  }

  /** Up to 30 positions of items, liked in this order. */
  @Provide
  Arbitrary<List<Integer>> histories() {
    return Arbitraries.integers().between(0, SampleCatalogue.ITEMS - 1).list().ofMaxSize(30);
  }

  private List<ScoredItem> rank(RankRequest request, UserHistory history) {
    return ranker.rank(request, history, sample.rows, sample.catalogue, BlendWeights.start(), NOW);
  }

  private static UserHistory history(List<Integer> items) {
    UserHistory history = UserHistory.empty(ANNA);
    for (int item : items) {
      Signal signal = item % 4 == 0 ? Signal.OTHER : Signal.LIKED;
      history = history.with(SampleCatalogue.entry(history.entries().size(), item, signal));
    }
    return history;
  }

  private static Set<ItemId> seen(int... items) {
    return java.util.Arrays.stream(items)
        .mapToObj(SampleCatalogue::id)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static List<ItemId> ids(List<ScoredItem> items) {
    return items.stream().map(ScoredItem::id).toList();
  }

  private static Reason reason(ScoredItem item) {
    return item.reason().orElseThrow();
  }

  private static int genre(ScoredItem item) {
    return Integer.parseInt(item.id().value().substring(4)) % 3;
  }

  private static long genres(List<ScoredItem> items) {
    return items.stream().map(RankerTest::genre).distinct().count();
  }
}
