package io.lorecast.bench;

import io.lorecast.evaluation.Sample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of an offline benchmark as text. */
final class OfflineTable {

  private OfflineTable() {}

  /** Returns a line for each row: each metric with the standard error of its mean. */
  static String of(List<OfflineRun.Row> rows, int cutoff, List<OfflineRun.Metric> metrics) {
    StringBuilder text = new StringBuilder("%n%-28s".formatted(""));
    metrics.forEach(metric -> text.append("%17s".formatted(title(metric) + "@" + cutoff)));
    text.append("%9s%n".formatted("fit s"));
    for (OfflineRun.Row row : rows) {
      text.append("%-28s".formatted(row.name()));
      for (OfflineRun.Metric metric : metrics) {
        Sample sample = row.metric(metric);
        text.append(
            String.format(Locale.ROOT, "  %.4f +-%.4f", sample.mean(), sample.standardError()));
      }
      text.append(String.format(Locale.ROOT, "%9.1f%n", row.fitSeconds()));
    }
    return text.toString();
  }

  /**
   * Returns a row for each contender whose metrics are samples of its means of several draws.
   *
   * @param draws the rows of each draw, in the same order; at least one
   */
  static List<OfflineRun.Row> overSeeds(List<List<OfflineRun.Row>> draws) {
    List<OfflineRun.Row> means = new ArrayList<>();
    for (int i = 0; i < draws.getFirst().size(); i++) {
      int place = i;
      List<OfflineRun.Row> rows = draws.stream().map(draw -> draw.get(place)).toList();
      Map<OfflineRun.Metric, Sample> metrics = new EnumMap<>(OfflineRun.Metric.class);
      for (OfflineRun.Metric metric : OfflineRun.Metric.values()) {
        metrics.put(
            metric, Sample.of(rows.stream().map(row -> row.metric(metric).mean()).toList()));
      }
      double seconds = rows.stream().mapToDouble(OfflineRun.Row::fitSeconds).average().orElse(0);
      means.add(new OfflineRun.Row(rows.getFirst().name(), metrics, seconds));
    }
    return means;
  }

  private static String title(OfflineRun.Metric metric) {
    return switch (metric) {
      case NDCG -> "NDCG";
      case RECALL -> "Recall";
      case TRUNCATED_RECALL -> "Rec. of possible";
      case PRECISION -> "Precision";
      case AVERAGE_PRECISION -> "MAP";
    };
  }
}
