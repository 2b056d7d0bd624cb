package io.lorecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListMetricsTest {

  @Test
  void intraListSimilarityIsTheMeanOverPairs() {
    // Pairs of 1, 2, 4 by product: 2, 4 and 8; 14 / 3.
    assertThat(ListMetrics.intraListSimilarity(List.of(1, 2, 4), (a, b) -> a * b))
        .isEqualTo(14 / 3.0, within(1e-12));
    assertThat(ListMetrics.intraListSimilarity(List.of(1), (a, b) -> 1)).isZero();
  }

  @Test
  void noveltyIsInBits() {
    // Known by a half: 1 bit; by an eighth: 3 bits.
    assertThat(ListMetrics.novelty(List.of(.5, .125), known -> known)).isEqualTo(2, within(1e-12));
    assertThat(ListMetrics.novelty(List.<Double>of(), known -> known)).isZero();
  }

  @Test
  void coverageAndGiniMatchTheHandWorkedExample() {
    Exposure<String> exposure = new Exposure<>(4);
    exposure.add(List.of("a", "b"));
    exposure.add(List.of("a"));
    exposure.add(List.of("a"));

    // Sorted 0, 0, 1, 3: (-3*0 - 1*0 + 1*1 + 3*3) / (4 * 4) = 10 / 16.
    assertThat(exposure.coverage()).isEqualTo(.5);
    assertThat(exposure.gini()).isEqualTo(.625, within(1e-12));
  }

  @Test
  void equalExposureHasNoGini() {
    Exposure<String> exposure = new Exposure<>(2);
    assertThat(exposure.gini()).isZero();
    exposure.add(List.of("a", "b"));
    assertThat(exposure.gini()).isZero();
    assertThatThrownBy(() -> new Exposure<String>(0)).hasMessageContaining("items");
  }

  @Test
  void aSampleKnowsItsDeviation() {
    // Of 1, 2, 3, 6: mean 3, squares 4 + 1 + 0 + 9 = 14, deviation sqrt(14 / 3).
    Sample sample = Sample.of(List.of(1.0, 2.0, 3.0, 6.0));

    assertThat(sample.mean()).isEqualTo(3, within(1e-12));
    assertThat(sample.deviation()).isEqualTo(Math.sqrt(14 / 3.0), within(1e-12));
    assertThat(sample.standardError()).isEqualTo(Math.sqrt(14 / 3.0) / 2, within(1e-12));
    assertThat(Sample.of(List.of(5.0)).deviation()).isZero();
    assertThatThrownBy(() -> Sample.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
