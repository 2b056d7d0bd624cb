package io.lorecast.bench;

import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/bench loo}: each user's last like. */
@Command(
    name = "loo",
    description = {
      "Leave one out: each user's last like is to be found among all items that the user has not"
          + " met; everything before it is learned from."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class LooBench implements Callable<Integer> {

  private static final int CUTOFF = 10;

  @Option(names = "--data", required = true, description = "a data folder, see docs/data-format.md")
  private Path data = Path.of(".");

  @Option(
      names = "--seed",
      description = "shuffles events of the same time, starts fits (${DEFAULT-VALUE})")
  private long seed = 1;

  @Mixin private PeerChoice peers = new PeerChoice();

  @Override
  public Integer call() {
    BenchData read = BenchData.read(data, seed);
    Map<ItemId, Embedding> contents = ContentVectors.of(read.items());
    OfflineRun run = new OfflineRun(LastLikes.of(read), CUTOFF, seed);
    List<Contender> contenders = new ArrayList<>(List.of(StreamedProduct.of(contents)));
    contenders.addAll(peers.contenders());
    List<OfflineRun.Row> rows = contenders.stream().map(run::row).toList();
    // With one item to find, recall is the hit rate.
    System.out.println(
        OfflineTable.of(rows, CUTOFF, List.of(OfflineRun.Metric.RECALL, OfflineRun.Metric.NDCG)));
    StringBuilder json = new StringBuilder();
    for (OfflineRun.Row row : rows) {
      String suffix = row == rows.getFirst() ? "" : "_" + row.name();
      json.append(figure("hr10" + suffix, row.metric(OfflineRun.Metric.RECALL).mean()));
      json.append(figure("ndcg10" + suffix, row.metric(OfflineRun.Metric.NDCG).mean()));
    }
    System.out.println("{" + json.substring(0, json.length() - 2) + "}");
    return 0;
  }

  private static String figure(String name, double value) {
    return String.format(Locale.ROOT, "\"%s\": %.4f, ", name, value);
  }
}
