package io.lorecast.bench;

import io.lorecast.evaluation.Sample;
import java.util.List;
import java.util.Locale;

/** The rows of an offline benchmark as text. */
final class OfflineTable {

  private OfflineTable() {}

  /** Returns a line for each row: each metric with the standard error of its mean over users. */
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
