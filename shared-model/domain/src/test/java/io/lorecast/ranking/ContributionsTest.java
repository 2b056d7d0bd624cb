package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.id;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each item met contributes, and what each level of explanation says. */
class ContributionsTest extends Explained {

  private static final List<Term> IMPERSONAL = List.of(Term.POPULARITY, Term.TREND, Term.BOOST);

  @Property(tries = 40)
  void theContributionsAddUpToThePersonalTerms(
      @ForAll("histories") UserHistory history, @ForAll("diversities") double diversity) {
    for (ScoredItem item : rank(full(diversity, history), history)) {
      double impersonal = IMPERSONAL.stream().mapToDouble(item.terms()::get).sum();
      double sum = item.contributions().stream().mapToDouble(Contribution::value).sum();
      assertThat(sum).isEqualTo(item.score() - impersonal, Explained.rounding(item.score()));
      assertThat(item.contributions())
          .hasSize(Math.min(21, RecentItem.of(history, Integer.MAX_VALUE).size()))
          .isSortedAccordingTo(
              (one, other) -> Double.compare(Math.abs(other.value()), Math.abs(one.value())));
    }
  }

  @Property(tries = 40)
  void withWhatIsLikedAfterWhatTheyAddUpToThePersonalTermsLessThoseOfNobody(
      @ForAll("histories") UserHistory history) {
    sample.catalogue.updateSequence(SampleCatalogue.sequence());
    Map<ItemId, Double> ofNobody =
        rank(
                all(0, UserHistory.empty(SampleCatalogue.ANNA)),
                UserHistory.empty(SampleCatalogue.ANNA))
            .stream()
            .collect(Collectors.toMap(ScoredItem::id, item -> item.terms().get(Term.SEQUENCE)));
    for (ScoredItem item : rank(full(.3, history), history)) {
      double impersonal = IMPERSONAL.stream().mapToDouble(item.terms()::get).sum();
      double sum = item.contributions().stream().mapToDouble(Contribution::value).sum();
      double expected = item.score() - impersonal - ofNobody.get(item.id());
      assertThat(sum).isEqualTo(expected, Explained.rounding(item.score()));
    }
  }

  @Test
  void aSingleItemContributesAllThereIs() {
    UserHistory history = liked(30);

    ScoredItem item = rank(full(.3, history), history).getFirst();

    double personal = item.score() - IMPERSONAL.stream().mapToDouble(item.terms()::get).sum();
    assertThat(item.contributions()).hasSize(1);
    assertThat(item.contributions().getFirst().of()).contains(new MetItem(id(30), "Item 30", true));
    assertThat(item.contributions().getFirst().value())
        .isEqualTo(personal, Explained.rounding(personal));
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
}
