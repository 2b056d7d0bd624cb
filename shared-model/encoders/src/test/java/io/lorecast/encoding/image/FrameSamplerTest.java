package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameSamplerTest {

  @Test
  void theMiddlesOfEqualPartsAreTaken() {
    // 100 frames in 4 parts of 25: their middles are 12.5, 37.5, 62.5, 87.5.
    assertThat(FrameSampler.sample(100, 4)).containsExactly(12, 37, 62, 87);
    assertThat(FrameSampler.sample(9, 1)).containsExactly(4);
    assertThat(FrameSampler.sample(5, 3)).containsExactly(0, 2, 4);
  }

  @Property
  void framesAreDistinctInOrderAndLieAsFarFromBothEnds(
      @ForAll @IntRange(min = 1, max = 100_000) int count,
      @ForAll @IntRange(min = 1, max = 64) int wanted) {
    List<Integer> sampled = FrameSampler.sample(count, wanted);

    assertThat(sampled).hasSize(Math.min(count, wanted)).isSorted().doesNotHaveDuplicates();
    assertThat(sampled.getFirst() - (count - 1 - sampled.getLast())).isBetween(-1, 1);
  }

  @Test
  void noFrameCannotBeSampled() {
    assertThatThrownBy(() -> FrameSampler.sample(0, 8))
        .hasMessage("count and wanted must be at least 1, were 0 and 8");
  }
}
