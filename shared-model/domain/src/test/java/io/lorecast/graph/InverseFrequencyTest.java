package io.lorecast.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseFrequencyTest {

  private final InverseFrequency frequency = new InverseFrequency(1000);

  @Test
  void matchesTheHandWorkedExample() {
    // ln(1 + 1000 / 10) = ln 101 = 4.61512
    assertThat(frequency.of(10)).isEqualTo(4.61512, within(1e-5));
  }

  @Property
  void oneMoreEdgeAlwaysSaysLessAndNeverNothing(
      @ForAll @LongRange(min = 1, max = 1L << 40) long n) {
    assertThat(frequency.of(n + 1)).isPositive().isLessThan(frequency.of(n));
  }

  @Test
  void anEntityWithoutEdgesCountsAsOneWithOne() {
    assertThat(frequency.of(0)).isEqualTo(frequency.of(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.9, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAScaleThatIsNoNumberOfItems(double scale) {
    assertThatThrownBy(() -> new InverseFrequency(scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scale");
  }
}
