package io.lorecast.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What several cold runs have in common: means over the seeds, and how far the seeds differ. */
final class ColdReport {

  private final List<Map<String, ColdRun.Row>> runs = new ArrayList<>();

  /** Adds what one seed gave: the rows by name. */
  void add(Map<String, ColdRun.Row> run) {
    runs.add(run);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%-20s %9s %9s %9s %9s%n",
            "mean of " + runs.size(),
            "Recall@20",
            "deviation",
            "NDCG@10",
            "deviation"));
    for (String name : runs.getFirst().keySet()) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-20s %9.4f %9.4f %9.4f %9.4f%n",
              name,
              mean(name, ColdRun.Row::recall),
              deviation(name, ColdRun.Row::recall),
              mean(name, ColdRun.Row::ndcg),
              deviation(name, ColdRun.Row::ndcg)));
    }
    return table.toString();
  }

  String json() {
    return String.format(
        Locale.ROOT,
        "{\"recall20\": %.4f, \"ndcg10\": %.4f, \"recall20_random\": %.4f, \"recall20_mean_text\":"
            + " %.4f, \"recall20_deviation\": %.4f, \"ndcg10_deviation\": %.4f, \"seeds\": %d}",
        mean(ColdRun.PRODUCT, ColdRun.Row::recall),
        mean(ColdRun.PRODUCT, ColdRun.Row::ndcg),
        mean(ColdRun.RANDOM, ColdRun.Row::recall),
        mean(ColdRun.MEAN_TEXT, ColdRun.Row::recall),
        deviation(ColdRun.PRODUCT, ColdRun.Row::recall),
        deviation(ColdRun.PRODUCT, ColdRun.Row::ndcg),
        runs.size());
  }

  private double mean(String name, ToDoubleFunction<ColdRun.Row> metric) {
    return runs.stream()
        .mapToDouble(run -> metric.applyAsDouble(run.getOrDefault(name, ColdRun.Row.NONE)))
        .average()
        .orElse(0);
  }

  /** Returns the sample standard deviation over the seeds; 0 for one seed. */
  private double deviation(String name, ToDoubleFunction<ColdRun.Row> metric) {
    double mean = mean(name, metric);
    double squares =
        runs.stream()
            .mapToDouble(run -> metric.applyAsDouble(run.getOrDefault(name, ColdRun.Row.NONE)))
            .map(value -> (value - mean) * (value - mean))
            .sum();
    return runs.size() < 2 ? 0 : Math.sqrt(squares / (runs.size() - 1));
  }
}
