package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColdReportTest {

  @Test
  void figuresAreMeansOverTheSeedsWithTheirDeviation() {
    ColdReport report = new ColdReport();
    report.add(rows(.30, .20));
    report.add(rows(.40, .20));

    // Deviation of .3 and .4: sqrt((.05² + .05²) / 1) = .0707.
    assertThat(report.json())
        .contains("\"recall20\": 0.3500", "\"ndcg10\": 0.2000", "\"seeds\": 2")
        .contains("\"recall20_deviation\": 0.0707", "\"ndcg10_deviation\": 0.0000")
        .contains("\"recall20_random\": 0.0600", "\"recall20_mean_text\": 0.2600");
    assertThat(report.table()).contains("mean of 2", "Lorecast", "0.3500", "0.0707");
  }

  @Test
  void oneSeedHasNoDeviation() {
    ColdReport report = new ColdReport();
    report.add(rows(.30, .20));

    assertThat(report.json()).contains("\"recall20\": 0.3000", "\"recall20_deviation\": 0.0000");
  }

  private static Map<String, ColdRun.Row> rows(double recall, double ndcg) {
    return Map.of(
        ColdRun.PRODUCT, new ColdRun.Row(recall, ndcg),
        ColdRun.MEAN_TEXT, new ColdRun.Row(.26, .19),
        ColdRun.RANDOM, new ColdRun.Row(.06, .04));
  }
}
