package io.lorecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {

  @Test
  void recallIsOfAsManyAsCouldBeThere() {
    List<String> ranked = List.of("a", "b", "c", "d");

    assertThat(RankingMetrics.recall(ranked, Set.of("a", "c", "x"), 3))
        .isEqualTo(2 / 3.0, within(1e-12));
    assertThat(RankingMetrics.recall(ranked, Set.of("a", "c", "x"), 2)).isEqualTo(.5);
  }

  @Test
  void recallOfAllAndPrecisionDivideByOtherNumbers() {
    List<String> ranked = List.of("a", "b", "c", "d");

    // Hits a and c among the first 4; 3 relevant, 4 places.
    assertThat(RankingMetrics.recallOfAll(ranked, Set.of("a", "c", "x"), 4))
        .isEqualTo(2 / 3.0, within(1e-12));
    assertThat(RankingMetrics.recallOfAll(ranked, Set.of("a", "c", "x"), 2))
        .isEqualTo(1 / 3.0, within(1e-12));
    assertThat(RankingMetrics.precision(ranked, Set.of("a", "c", "x"), 4)).isEqualTo(.5);
  }

  @Test
  void averagePrecisionMatchesTheHandWorkedExample() {
    // Hits at ranks 1 and 3: (1/1 + 2/3) / 3 relevant.
    assertThat(RankingMetrics.averagePrecision(List.of("a", "b", "c"), Set.of("a", "c", "x"), 10))
        .isEqualTo((1 + 2 / 3.0) / 3, within(1e-12));
  }

  @Test
  void ndcgMatchesTheHandWorkedExample() {
    // Hits at ranks 1 and 3: 1 + 1/2 = 1.5; ideal for two: 1 + 1/log2(3) = 1.6309.
    double ndcg = RankingMetrics.ndcg(List.of("a", "b", "c"), Set.of("a", "c"), 10);

    assertThat(ndcg).isEqualTo(1.5 / 1.63093, within(1e-5));
  }

  @Test
  void withoutRelevantItemsThereIsNoMetric() {
    assertThatThrownBy(() -> RankingMetrics.recall(List.of("a"), Set.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTallyCountsHitsByTheCutoff() {
    RankTally tally = new RankTally(3);
    tally.add(1);
    tally.add(3);
    tally.add(4);
    tally.add(0);

    assertThat(tally.count()).isEqualTo(4);
    assertThat(tally.hitRate()).isEqualTo(.5);
    assertThat(tally.ndcg()).isEqualTo((1 + .5) / 4, within(1e-12)); // 1/log2(4) = .5
    assertThat(tally.standardError()).isEqualTo(.25, within(1e-12));
  }

  @Test
  void anEmptyTallyIsZero() {
    assertThat(new RankTally(20).hitRate()).isZero();
    assertThat(new RankTally(20).ndcg()).isZero();
  }
}
