package io.lorecast.bench;

import io.lorecast.evaluation.RankingMetrics;
import io.lorecast.evaluation.Sample;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fits each contender to a training part and judges its lists by what was held out. */
final class OfflineRun {

  /** What is measured of each user's list. */
  enum Metric {
    NDCG,
    RECALL,
    /** Of as many as could be there. */
    TRUNCATED_RECALL,
    PRECISION,
    AVERAGE_PRECISION;

    private double of(List<ItemId> list, Set<ItemId> wanted, int cutoff) {
      return switch (this) {
        case NDCG -> RankingMetrics.ndcg(list, wanted, cutoff);
        case RECALL -> RankingMetrics.recallOfAll(list, wanted, cutoff);
        case TRUNCATED_RECALL -> RankingMetrics.recall(list, wanted, cutoff);
        case PRECISION -> RankingMetrics.precision(list, wanted, cutoff);
        case AVERAGE_PRECISION -> RankingMetrics.averagePrecision(list, wanted, cutoff);
      };
    }
  }

  /**
   * What one contender reached.
   *
   * @param metrics over the users
   * @param fitSeconds CPU time of the fit
   */
  record Row(String name, Map<Metric, Sample> metrics, double fitSeconds) {

    Sample metric(Metric metric) {
      return metrics.getOrDefault(metric, new Sample(1, 0, 0));
    }
  }

  private final OfflineSplit split;
  private final int cutoff;
  private final long seed;

  OfflineRun(OfflineSplit split, int cutoff, long seed) {
    if (split.wanted().isEmpty()) {
      throw new io.lorecast.data.DataException("nothing is held out: too little feedback");
    }
    this.split = split;
    this.cutoff = cutoff;
    this.seed = seed;
  }

  Row row(Contender contender) {
    long start = Replica.cpu();
    Contender.ListMaker lists = contender.fit(split, seed);
    return row(contender.name(), lists, (Replica.cpu() - start) / 1e9);
  }

  /** Returns the row of lists that were made otherwise. */
  Row row(String name, Contender.ListMaker lists, double fitSeconds) {
    Map<Metric, List<Double>> values = new EnumMap<>(Metric.class);
    for (Map.Entry<UserId, Set<ItemId>> user : split.wanted().entrySet()) {
      List<ItemId> list = lists.best(user.getKey(), cutoff);
      for (Metric metric : Metric.values()) {
        values
            .computeIfAbsent(metric, key -> new ArrayList<>())
            .add(metric.of(list, user.getValue(), cutoff));
      }
    }
    Map<Metric, Sample> metrics = new EnumMap<>(Metric.class);
    values.forEach((metric, ofUsers) -> metrics.put(metric, Sample.of(ofUsers)));
    return new Row(name, metrics, fitSeconds);
  }
}
