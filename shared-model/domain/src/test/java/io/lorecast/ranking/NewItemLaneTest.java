package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewItemLaneTest {

  private static final UserHistory STRANGER = UserHistory.empty(new UserId("stranger"));

  private final SampleCatalogue sample = new SampleCatalogue();

  @BeforeEach
  void sixNewItems() {
    for (int i = 0; i < 6; i++) {
      sample.catalogue.put(
          new CatalogueItem(new ItemId("new" + i), "New", true, Map.of(), List.of()),
          Optional.empty());
    }
  }

  @Test
  void itemsAreLiftedNoMoreThanSetAndSpreadOverTheFirstTwentyPlaces() {
    List<ScoredItem> items = rank(100, 30, liked(0));

    // The second place, and one for each 20 / 3 = 6.67 further ones.
    assertThat(lifted(items)).containsExactly(2, 8, 15);
    assertThat(items.get(1).reason().orElseThrow().kind()).isEqualTo(Reason.Kind.NEW);
  }

  @Test
  void aStrangersShortListIsNotAllNew() {
    assertThat(lifted(rank(100, 3, STRANGER))).containsExactly(2);
  }

  @Test
  void theScoresOfALiftedListFallAndAreTheSumsOfTheirTerms() {
    List<ScoredItem> items = rank(100, 30, liked(0));

    assertThat(items)
        .isSortedAccordingTo(Comparator.comparingDouble((ScoredItem item) -> -item.score()));
    // Lowered from a head start of 100 to what its place takes.
    assertThat(items.get(1).score()).isEqualTo(items.getFirst().score(), within(1e-3));
    assertThat(items.get(1).terms().get(Term.BOOST)).isLessThan(100);
  }

  @Test
  void aLongerListBeginsWithTheShorterOne() {
    List<ItemId> longest = ids(rank(100, 30, liked(0)));

    for (int k = 1; k < 30; k++) {
      assertThat(ids(rank(100, k, liked(0)))).isEqualTo(longest.subList(0, k));
    }
  }

  @Test
  void aSmallBoostLiftsNothingPastWhatIsLikedMore() {
    assertThat(lifted(rank(1e-6f, 10, liked(0)))).isEmpty();
  }

  private List<ScoredItem> rank(float boost, int k, UserHistory history) {
    return new Ranker(sample.settings.withBoost(boost))
        .rank(
            RankRequest.best(k, Set.of()),
            history,
            sample.rows,
            sample.catalogue,
            BlendWeights.start(),
            NOW);
  }

  /** Returns the places of what was lifted, from 1. */
  private static List<Integer> lifted(List<ScoredItem> items) {
    return IntStream.range(0, items.size())
        .filter(place -> items.get(place).terms().get(Term.BOOST) > 0)
        .mapToObj(place -> place + 1)
        .toList();
  }

  private static List<ItemId> ids(List<ScoredItem> items) {
    return items.stream().map(ScoredItem::id).toList();
  }
}
