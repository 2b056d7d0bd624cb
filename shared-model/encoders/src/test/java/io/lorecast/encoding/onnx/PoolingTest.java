package io.lorecast.encoding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two tokens of two dimensions, behind one value and before another that do not belong to them. */
class PoolingTest {

  private static final float[] STATES = {9, 3, 0, 3, 8, 9};

  @Test
  void theMeanHasTheDirectionOfTheSum() {
    // (3 + 3, 0 + 8) = (6, 8), of length 10
    assertThat(Pooling.MEAN.pool(STATES, 1, 2, 2)).containsExactly(.6f, .8f);
  }

  @Test
  void clsIsTheFirstToken() {
    assertThat(Pooling.CLS.pool(STATES, 1, 2, 2)).containsExactly(1f, 0f);
  }

  @Test
  void theLargestValueOfEachDimensionIsTaken() {
    float[] states = {-3, 4, -4, 3}; // (-3, 4), of length 5
    assertThat(Pooling.MAX.pool(states, 0, 2, 2)).containsExactly(-.6f, .8f);
  }

  @Test
  void theLastTokenIsTheLastOfTheText() {
    float[] states = {1, 1, 6, 8, 5, 5}; // the third is not of this text
    assertThat(Pooling.LAST.pool(states, 0, 2, 2)).containsExactly(.6f, .8f);
  }
}
