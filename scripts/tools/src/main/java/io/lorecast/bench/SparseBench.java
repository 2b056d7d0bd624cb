package io.lorecast.bench;

import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/bench sparse}: users of whom little is known. */
@Command(
    name = "sparse",
    description = {
      "Sparse users: a random fifth of the users is cut to the first 1, 2, 5 and 10 events; what"
          + " they liked after their tenth is to be found."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SparseBench implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "a data folder, see docs/data-format.md")
  private Path data = Path.of(".");

  @Option(names = "--seed", description = "chooses random users, starts fits (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--who", description = "whom to cut: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private SparseRun.Who who = SparseRun.Who.NEWEST;

  @Option(names = "--plots", description = "a folder for the curve as PNG and SVG")
  private @Nullable Path plots;

  @Mixin private PeerChoice peers = new PeerChoice();

  @Override
  public Integer call() {
    BenchData read = BenchData.read(data, seed);
    Map<ItemId, Embedding> contents = ContentVectors.of(read.items());
    SparseRun run = new SparseRun(read, who, seed);
    Map<Integer, List<OfflineRun.Row>> rows = run.rows(contents, peers.contenders());
    System.out.printf("%n%d users are cut%n", run.cut().size());
    rows.forEach(
        (kept, some) ->
            System.out.printf(
                "%nthe first %d events%s",
                kept,
                OfflineTable.of(
                    some,
                    SparseRun.CUTOFF,
                    List.of(OfflineRun.Metric.NDCG, OfflineRun.Metric.RECALL))));
    if (plots != null) {
      plot(rows, plots);
    }
    System.out.println();
    System.out.println(json(rows));
    return 0;
  }

  private static void plot(Map<Integer, List<OfflineRun.Row>> rows, Path folder) {
    Map<String, List<Double>> curves = new LinkedHashMap<>();
    rows.values()
        .forEach(
            some ->
                some.forEach(
                    row ->
                        curves
                            .computeIfAbsent(row.name(), name -> new ArrayList<>())
                            .add(row.metric(OfflineRun.Metric.NDCG).mean())));
    Plot.lines(
            "New users: what their first events are worth",
            "events known",
            "NDCG@" + SparseRun.CUTOFF,
            rows.keySet().stream().map(Integer::doubleValue).toList(),
            curves)
        .save(folder, "sparse");
  }

  private static String json(Map<Integer, List<OfflineRun.Row>> rows) {
    StringBuilder json = new StringBuilder();
    rows.forEach(
        (kept, some) -> {
          for (OfflineRun.Row row : some) {
            String suffix = row == some.getFirst() ? "" : "_" + row.name();
            json.append(
                String.format(
                    Locale.ROOT,
                    ", \"ndcg20_%d%s\": %.4f",
                    kept,
                    suffix,
                    row.metric(OfflineRun.Metric.NDCG).mean()));
          }
        });
    return "{" + json.substring(2) + "}";
  }
}
