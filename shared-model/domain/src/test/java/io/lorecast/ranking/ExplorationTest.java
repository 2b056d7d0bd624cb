package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorationTest extends Explained {

  private static final Exploration MODERATE = new Exploration(.3, 7);

  @Property(tries = 40)
  void theTermsAddUpToTheScoreThatOrders(
      @ForAll("histories") UserHistory history, @ForAll long seed) {
    RankRequest request = all(0, history).exploring(new Exploration(.3, seed));

    List<ScoredItem> items = rank(request, history);

    assertThat(items).allMatch(item -> item.terms().get(Term.EXPLORATION) != 0);
    assertThat(items)
        .allSatisfy(
            item ->
                assertThat(item.terms().values().stream().mapToDouble(Double::doubleValue).sum())
                    .isEqualTo(item.score(), within(1e-5)));
    assertThat(
            ranker.best(request, history, sample.rows, sample.catalogue, BlendWeights.start(), NOW))
        .isEqualTo(ids(items));
  }

  @Test
  void theTermGrowsWithTheScaleAndTheOthersStay() {
    UserHistory history = liked(30, 31, 34);
    List<ScoredItem> plain = rank(all(0, history), history);

    for (ScoredItem item : rank(all(0, history).exploring(MODERATE), history)) {
      ScoredItem unexplored = item(plain, item);
      ScoredItem twice =
          item(rank(all(0, history).exploring(new Exploration(.6, 7)), history), item);
      double term = item.terms().get(Term.EXPLORATION);
      assertThat(unexplored.terms().get(Term.EXPLORATION)).isZero();
      assertThat(twice.terms().get(Term.EXPLORATION)).isEqualTo(2 * term, within(1e-5));
      for (Term other : Term.values()) {
        if (other.isWeighted()) {
          assertThat(item.terms().get(other)).isEqualTo(unexplored.terms().get(other));
        }
      }
    }
  }

  @Test
  void theSameSeedHasTheSameAnswerAndAnotherHasAnother() {
    UserHistory history = liked(30, 31, 34);
    RankRequest request = full(.3, history);

    List<ScoredItem> items = rank(request.exploring(MODERATE.seeded("a")), history);

    assertThat(rank(request.exploring(MODERATE.seeded("a")), history)).isEqualTo(items);
    assertThat(rank(request.exploring(MODERATE.seeded("b")), history)).isNotEqualTo(items);
  }

  @Test
  void withoutAnItemMetTheSameIsAdded() {
    UserHistory history = liked(30, 31, 34, 37);
    int[] slots = {0, 7, 23};

    float[] whole = added(history, history, slots);

    assertThat(added(history, history.without(id(31)), slots))
        .containsExactly(whole, within(1e-5f));
  }

  @Test
  void aContributionIsOfTheItemsMetAlone() {
    UserHistory history = liked(30, 31, 34);

    for (ScoredItem item : rank(full(0, history).exploring(MODERATE), history)) {
      double sum = item.contributions().stream().mapToDouble(Contribution::value).sum();
      double personal =
          List.of(Term.BEHAVIOUR, Term.NEIGHBOURS, Term.CONTENT, Term.KNOWLEDGE).stream()
              .mapToDouble(item.terms()::get)
              .sum();
      assertThat(sum).isEqualTo(personal, Explained.rounding(personal));
    }
  }

  @Test
  void toBeTriedIsNoReason() {
    UserHistory nobody = UserHistory.empty(SampleCatalogue.ANNA);

    List<ScoredItem> items = rank(all(0, nobody).exploring(new Exploration(100, 7)), nobody);

    assertThat(items.stream().map(item -> item.reason().orElseThrow().kind()))
        .isSubsetOf(Reason.Kind.POPULARITY, Reason.Kind.TREND, Reason.Kind.NEW);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-.1, Double.NaN, Double.POSITIVE_INFINITY})
  void noScaleThatCannotBeMeantIsTaken(double scale) {
    assertThatThrownBy(() -> new Exploration(scale, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 0, was " + scale);
  }

  /** Returns what exploration of {@code history} adds to the scores of {@code of}. */
  private float[] added(UserHistory history, UserHistory of, int[] slots) {
    return sample.catalogue.readAt(
        NOW,
        view -> {
          ScoringBasis basis =
              new ScoringBasis(sample.settings, BlendWeights.start(), view, sample.rows);
          RankRequest request = all(0, history);
          float[] plain = new Ordering(basis, request, history).standing(of).scores().total();
          float[] explored =
              new Ordering(basis, request.exploring(MODERATE), history)
                  .standing(of)
                  .scores()
                  .total();
          float[] added = new float[slots.length];
          for (int i = 0; i < slots.length; i++) {
            added[i] = explored[slots[i]] - plain[slots[i]];
          }
          return added;
        });
  }

  private static ScoredItem item(List<ScoredItem> items, ScoredItem like) {
    return items.stream().filter(item -> item.id().equals(like.id())).findFirst().orElseThrow();
  }
}
