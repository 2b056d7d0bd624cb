package io.lorecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelComparisonTest {

  @ParameterizedTest
  @CsvSource({
    // candidate, current, standard error, worse by more than .01?
    ".20, .20, .001, false",
    ".25, .20, .001, false", // better
    ".195, .20, .001, false", // worse, but within the tolerance
    ".18, .20, .001, true",
    ".18, .20, .015, false", // within two standard errors: may be chance
    ".16, .20, .015, true",
  })
  void aModelIsWorseBeyondToleranceAndChance(
      double candidate, double current, double error, boolean worse) {
    assertThat(new ModelComparison(100, candidate, current, error).isWorse(.01)).isEqualTo(worse);
  }
}
