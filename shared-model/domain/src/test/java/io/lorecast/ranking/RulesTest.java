package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Term;
import io.lorecast.model.ItemId;
import io.lorecast.predicate.Comparison;
import io.lorecast.predicate.Facts;
import io.lorecast.predicate.Predicate;
import io.lorecast.ranking.Adjustments.Boost;
import io.lorecast.ranking.Adjustments.Multiplier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a request adds to the scores, and how many of a kind it lets in. */
class RulesTest {

  private static final Predicate SECOND_GENRE = new Predicate.TextIn("genre", Set.of("g1"));

  private final SampleCatalogue sample = new SampleCatalogue();
  private final Ranker ranker = new Ranker(sample.settings.withBoost(0));

  @Test
  void aBoostAddsItsAmountWhereItsPredicateHoldsAndChangesTheOrder() {
    RankRequest plain = RankRequest.best(60, Set.of());
    List<ScoredItem> boosted = rank(plain.with(boost(.5)));

    Map<ItemId, Double> before = scores(rank(plain));
    for (ScoredItem item : boosted) {
      double added = genre(item.id()) == 1 ? .5 : 0;
      assertThat(item.terms().get(Term.RULES)).isEqualTo(added, within(1e-6));
      assertThat(item.score()).isEqualTo(before.get(item.id()) + added, within(1e-5));
    }
  }

  @Property(tries = 100)
  void theListIsTheOneThatSortingTheWholeCatalogueGives(
      @ForAll @DoubleRange(min = -10, max = 10) double by,
      @ForAll @DoubleRange(min = -2, max = 2) double perUnit,
      @ForAll @IntRange(min = 1, max = 20) int k) {
    RankRequest all = RankRequest.best(60, Set.of());
    Adjustments rules =
        new Adjustments(
            List.of(new Boost(SECOND_GENRE, by)), List.of(new Multiplier("weight", perUnit, 0)));
    weigh();
    Map<ItemId, Double> plain = scores(rank(all));
    List<Double> expected =
        plain.entrySet().stream()
            .map(
                item ->
                    item.getValue()
                        + (genre(item.getKey()) == 1 ? by : 0)
                        + Math.clamp(perUnit * number(item.getKey()), -10, 10))
            .sorted(Comparator.reverseOrder())
            .limit(k)
            .toList();

    List<ScoredItem> ranked = rank(RankRequest.best(k, Set.of()).with(rules));

    assertThat(ranked).hasSize(k);
    for (int i = 0; i < k; i++) {
      assertThat(ranked.get(i).score()).isEqualTo(expected.get(i), within(1e-4));
    }
  }

  /** 2 * 3 = 6; 2 * log 3 = 2.1972; no number, or none above 0 for a power: 0. */
  @Test
  void aMultiplierAddsByTheNumberOfTheItem() {
    Map<String, List<String>> item = Map.of("price", List.of("3"), "debt", List.of("-3"));
    Facts facts = name -> item.getOrDefault(name, List.of());

    assertThat(new Multiplier("price", 2, 0).of(facts)).isEqualTo(6);
    assertThat(new Multiplier("price", 0, 2).of(facts)).isEqualTo(2.1972, within(1e-4));
    assertThat(new Multiplier("price", 5, 0).of(facts)).isEqualTo(10);
    assertThat(new Multiplier("debt", 0, 2).of(facts)).isZero();
    assertThat(new Multiplier("colour", 2, 2).of(facts)).isZero();
  }

  @Test
  void whatIsOutOfBoundsCannotBeMade() {
    assertThatThrownBy(() -> new Boost(SECOND_GENRE, 10.1))
        .hasMessage("by must be -10 to 10, was 10.1");
    assertThatThrownBy(() -> new Boost(SECOND_GENRE, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Multiplier("price", Double.NaN, 0))
        .hasMessage("perUnit and power must be finite");
    assertThatThrownBy(() -> new Caps(Map.of("genre", 0)))
        .hasMessage("genre must be at least 1, was 0");
  }

  @Test
  void noItemGetsMoreThanTheBoundByWhichItemsArePassedOver() {
    Multiplier multiplier = new Multiplier("price", 1, 0);

    assertThat(Adjustments.NONE.most()).isZero();
    assertThat(boost(-3).most()).isZero();
    assertThat(boost(3).most()).isEqualTo(3);
    assertThat(new Adjustments(boost(3).boosts(), List.of(multiplier)).most()).isEqualTo(13);
  }

  @Test
  void noMoreOfAKindComeThanTheCapSaysAndTheListIsFilledFromTheRest() {
    RankRequest capped = RankRequest.best(6, Set.of()).withCaps(Map.of("genre", 2));

    List<ScoredItem> items = rank(capped);

    assertThat(items).hasSize(6);
    for (int genre = 0; genre < 3; genre++) {
      int one = genre;
      assertThat(items).filteredOn(item -> genre(item.id()) == one).hasSize(2);
    }
  }

  @Property(tries = 50)
  void aCappedListIsTheGreedyChoiceFromTheWholeOrder(
      @ForAll @IntRange(min = 1, max = 30) int k, @ForAll @IntRange(min = 1, max = 12) int cap) {
    Map<Integer, Integer> taken = new HashMap<>();
    List<ItemId> expected =
        rank(RankRequest.best(60, Set.of())).stream()
            .map(ScoredItem::id)
            .filter(id -> taken.merge(genre(id), 1, Integer::sum) <= cap)
            .limit(k)
            .toList();

    List<ScoredItem> items = rank(RankRequest.best(k, Set.of()).withCaps(Map.of("genre", cap)));

    assertThat(items.stream().map(ScoredItem::id)).isEqualTo(expected);
  }

  @Test
  void whatLacksTheAttributeIsNotCapped() {
    List<ScoredItem> items =
        rank(RankRequest.best(10, Set.of()).withCaps(Map.of("colour", 1)).withDiversity(.5));

    assertThat(items).hasSize(10);
  }

  @Test
  void theFactsOfEveryItemCanBeAskedFor() {
    CatalogueItem item =
        new CatalogueItem(
            id(1),
            "One",
            false,
            Map.of("safety", List.of("sexy"), "year", List.of("7")),
            List.of());

    assertThat(item.values("item.id")).containsExactly("item01");
    assertThat(item.values("item.name")).containsExactly("One");
    assertThat(item.values("item.available")).containsExactly("false");
    assertThat(item.values("item.safety")).containsExactly("2");
    assertThat(item.values("year")).containsExactly("7");
    assertThat(item.values("item.other")).isEmpty();
    assertThat(new Predicate.NumberIs("item.safety", Comparison.LESS_OR_EQUAL, 1).holds(item))
        .isFalse();
  }

  private static Adjustments boost(double by) {
    return new Adjustments(List.of(new Boost(SECOND_GENRE, by)), List.of());
  }

  /** Gives every item its number as weight. */
  private void weigh() {
    for (int i = 0; i < SampleCatalogue.ITEMS; i++) {
      CatalogueItem item = SampleCatalogue.item(i, true);
      Map<String, List<String>> attributes = new HashMap<>(item.attributes());
      attributes.put("weight", List.of(String.valueOf(i)));
      sample.catalogue.put(
          new CatalogueItem(item.id(), item.name(), true, attributes, item.links()),
          Optional.of(SampleCatalogue.content(i)));
    }
  }

  private List<ScoredItem> rank(RankRequest request) {
    return ranker.rank(
        request, liked(0, 3), sample.rows, sample.catalogue, BlendWeights.start(), NOW);
  }

  private static Map<ItemId, Double> scores(List<ScoredItem> items) {
    Map<ItemId, Double> scores = new HashMap<>();
    items.forEach(item -> scores.put(item.id(), item.score()));
    return scores;
  }

  private static int number(ItemId id) {
    return Integer.parseInt(id.value().substring(4));
  }

  private static int genre(ItemId id) {
    return number(id) % 3;
  }
}
