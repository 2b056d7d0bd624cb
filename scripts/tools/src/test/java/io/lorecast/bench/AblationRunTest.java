package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.evaluation.Sample;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AblationRunTest {

  private static final Variant.Sources SOURCES =
      new Variant.Sources(SyntheticData.tellingTexts(), SyntheticData.tellingTexts());

  @Test
  void whoIsToldNothingCannotRankWhatNobodyHasMet() {
    AblationRun run = new AblationRun(AblationRun.On.COLD, SOURCES);
    for (Variant variant : Variant.values()) {
      run.add(variant, SyntheticData.data(), 1);
      run.add(variant, SyntheticData.data(), 2);
    }

    Map<Variant, Map<String, Sample>> samples = run.samples();

    assertThat(samples).containsOnlyKeys(Variant.values());
    for (Variant told : new Variant[] {Variant.TEXT, Variant.KG, Variant.IMAGE, Variant.ALL}) {
      assertThat(ndcg(samples, told).mean())
          .as(told.title())
          .isGreaterThan(ndcg(samples, Variant.NONE).mean() + .1);
      assertThat(ndcg(samples, told).count()).isEqualTo(2);
    }
  }

  @Test
  void theStreamGivesItsOwnMetrics() {
    AblationRun run = new AblationRun(AblationRun.On.STREAM, SOURCES);
    run.add(Variant.NONE, SyntheticData.data(), 1);

    assertThat(run.samples().get(Variant.NONE))
        .containsOnlyKeys("hr20", "ndcg20", "hr20_new_items");
    assertThat(run.samples().get(Variant.NONE).get("hr20").mean()).isPositive();
  }

  private static Sample ndcg(Map<Variant, Map<String, Sample>> samples, Variant variant) {
    return samples.get(variant).get("ndcg20");
  }
}
