package io.lorecast.bench;

import io.lorecast.evaluation.RankTally;
import io.lorecast.evaluation.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The product told more and less, for several seeds. */
final class AblationRun {

  private static final int CUTOFF = 20;

  /** Where the variants are measured. */
  enum On {
    /** {@code scripts/bench cold}: items that nobody has met. */
    COLD,
    /** {@code scripts/bench stream}: each like in the order of time. */
    STREAM
  }

  private final On on;
  private final Variant.Sources sources;
  private final Map<Variant, Map<String, List<Double>>> values = new LinkedHashMap<>();

  AblationRun(On on, Variant.Sources sources) {
    this.on = on;
    this.sources = sources;
  }

  /** Adds what {@code variant} reaches with this seed. */
  void add(Variant variant, BenchData data, long seed) {
    BenchData told = variant.data(data);
    Contents contents = variant.contents(data.items(), sources);
    if (on == On.COLD) {
      OfflineRun.Row row =
          new OfflineRun(ColdItems.of(told, seed), CUTOFF, seed)
              .row(new StreamedProduct(variant.title(), contents, false));
      add(variant, "recall20", row.metric(OfflineRun.Metric.TRUNCATED_RECALL).mean());
      add(variant, "ndcg20", row.metric(OfflineRun.Metric.NDCG).mean());
    } else {
      StreamRun run = new StreamRun(told, contents, StreamOptions.of(seed));
      run.run();
      RankTally all = run.product().all;
      add(variant, "hr20", all.hitRate());
      add(variant, "ndcg20", all.ndcg());
      add(variant, "hr20_new_items", run.product().newItems.hitRate());
    }
  }

  private void add(Variant variant, String metric, double value) {
    values
        .computeIfAbsent(variant, key -> new LinkedHashMap<>())
        .computeIfAbsent(metric, key -> new ArrayList<>())
        .add(value);
  }

  /** Returns each metric over the seeds, of each variant that was run. */
  Map<Variant, Map<String, Sample>> samples() {
    Map<Variant, Map<String, Sample>> samples = new LinkedHashMap<>();
    values.forEach(
        (variant, metrics) -> {
          Map<String, Sample> ofVariant = new LinkedHashMap<>();
          metrics.forEach((metric, list) -> ofVariant.put(metric, Sample.of(list)));
          samples.put(variant, ofVariant);
        });
    return samples;
  }
}
