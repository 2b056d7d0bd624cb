package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.ITEMS;
import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GroupTest {

  private static final UserHistory FIRST = liked(0, 3, 6);
  private static final UserHistory SECOND = liked(1, 4, 7);

  private final SampleCatalogue sample = new SampleCatalogue();
  private final Ranker ranker = new Ranker(sample.settings.withBoost(0));

  @Test
  void aGroupOfOneIsThatOne() {
    RankRequest request = RankRequest.best(10, Set.of());

    List<ScoredItem> alone =
        ranker.rank(request, FIRST, sample.rows, sample.catalogue, BlendWeights.start(), NOW);

    assertThat(scores(group(request, 1, FIRST))).isEqualTo(scores(alone));
  }

  @Test
  void withoutMiseryTheScoreIsTheMeanOfTheMembers() {
    RankRequest all = RankRequest.best(ITEMS, Set.of());
    Map<ItemId, Double> first = scores(group(all, 0, FIRST));
    Map<ItemId, Double> second = scores(group(all, 0, SECOND));

    List<ScoredItem> together = group(all, 0, FIRST, SECOND);

    assertThat(together).hasSize(ITEMS);
    for (ScoredItem item : together) {
      double mean = (first.get(item.id()) + second.get(item.id())) / 2;
      assertThat(item.score()).isEqualTo(mean, within(1e-4));
      assertThat(item.terms().get(Term.MISERY)).isZero();
    }
  }

  /** With p_u = e^s / (sum of e^s), least misery orders by the least log p_u of the members. */
  @Test
  void withFullMiseryTheLeastContentMemberDecides() {
    RankRequest all = RankRequest.best(ITEMS, Set.of());
    Map<ItemId, Double> first = logProbabilities(group(all, 0, FIRST));
    Map<ItemId, Double> second = logProbabilities(group(all, 0, SECOND));

    List<ScoredItem> together = group(all, 1, FIRST, SECOND);

    double last = Double.POSITIVE_INFINITY;
    for (ScoredItem item : together) {
      double least = Math.min(first.get(item.id()), second.get(item.id()));
      assertThat(least).isLessThanOrEqualTo(last + 1e-4);
      last = least;
    }
  }

  @Property(tries = 30)
  void theTermsAddUpAndMiseryOnlyTakes(@ForAll @DoubleRange(max = 1) double misery) {
    RankRequest request = RankRequest.best(20, Set.of()).withDiversity(.3);

    for (ScoredItem item :
        group(request, misery, FIRST, SECOND, UserHistory.empty(SampleCatalogue.ANNA))) {
      double sum = item.terms().values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(item.score()).isEqualTo(sum, within(1e-5));
      assertThat(item.terms().get(Term.MISERY)).isLessThanOrEqualTo(0);
    }
  }

  @Test
  void aReasonSpeaksOfOneOfTheGroup() {
    List<ScoredItem> items = group(RankRequest.best(10, Set.of()), .5, FIRST, SECOND);

    assertThat(items)
        .flatExtracting(
            item -> item.reason().orElseThrow().because().map(MetItem::id).stream().toList())
        .isSubsetOf(id(0), id(3), id(6), id(1), id(4), id(7))
        .containsAnyOf(id(0), id(3), id(6))
        .containsAnyOf(id(1), id(4), id(7));
  }

  private List<ScoredItem> group(RankRequest request, double misery, UserHistory... members) {
    return ranker.group(
        request,
        List.of(members),
        misery,
        sample.rows,
        sample.catalogue,
        BlendWeights.start(),
        NOW);
  }

  private static Map<ItemId, Double> scores(List<ScoredItem> items) {
    Map<ItemId, Double> scores = new HashMap<>();
    items.forEach(item -> scores.put(item.id(), item.score()));
    return scores;
  }

  private static Map<ItemId, Double> logProbabilities(List<ScoredItem> items) {
    Map<ItemId, Double> scores = scores(items);
    double norm = Math.log(scores.values().stream().mapToDouble(Math::exp).sum());
    scores.replaceAll((item, score) -> score - norm);
    return scores;
  }
}
