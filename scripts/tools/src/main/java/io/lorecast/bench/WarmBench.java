package io.lorecast.bench;

import io.lorecast.evaluation.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/bench warm}: the random split of the public recommenders comparison. */
@Command(
    name = "warm",
    description = {
      "Warm: 75 of 100 of each user's interactions, drawn at random, are learned from, all as"
          + " likes; the others are to be found among all items that the user has not met. The"
          + " protocol of the public comparison github.com/recommenders-team/recommenders, whose"
          + " best NDCG@10 on MovieLens 100K is .475."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class WarmBench implements Callable<Integer> {

  private static final List<OfflineRun.Metric> METRICS =
      List.of(
          OfflineRun.Metric.NDCG,
          OfflineRun.Metric.RECALL,
          OfflineRun.Metric.PRECISION,
          OfflineRun.Metric.AVERAGE_PRECISION);

  @Option(names = "--data", required = true, description = "a data folder, see docs/data-format.md")
  private Path data = Path.of(".");

  @Option(names = "--seed", description = "draws the split (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--seeds", description = "so many splits, from --seed on (${DEFAULT-VALUE})")
  private int seeds = 3;

  @Option(
      names = "--by",
      description = "shares are kept within each: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private WarmSplit.By by = WarmSplit.By.USER;

  @Mixin private PeerChoice peers = new PeerChoice();

  @Override
  public Integer call() {
    BenchData read = BenchData.read(data, seed);
    Contents contents = Contents.ofText(ContentVectors.of(read.items()));
    List<Contender> contenders = new ArrayList<>(List.of(BatchProduct.of(contents)));
    contenders.add(StreamedProduct.of(contents.vectors()));
    contenders.addAll(peers.contenders());
    List<List<OfflineRun.Row>> drawn = new ArrayList<>();
    for (long each = seed; each < seed + seeds; each++) {
      OfflineSplit split = WarmSplit.of(read, by, each);
      OfflineRun run = new OfflineRun(split, WarmSplit.CUTOFF, each);
      List<OfflineRun.Row> rows = contenders.stream().map(run::row).toList();
      System.out.printf(
          "%nseed %d: %d interactions learned from, %d users%s",
          each,
          split.training().size(),
          split.wanted().size(),
          OfflineTable.of(rows, WarmSplit.CUTOFF, METRICS));
      drawn.add(rows);
    }
    print(OfflineTable.overSeeds(drawn));
    return 0;
  }

  private static void print(List<OfflineRun.Row> rows) {
    System.out.printf(
        Locale.ROOT,
        "%nmeans over the seeds, with their standard errors over them%s%npublished best NDCG@10 on"
            + " MovieLens 100K: %.3f%n%n",
        OfflineTable.of(rows, WarmSplit.CUTOFF, METRICS),
        WarmSplit.PUBLISHED_BEST);
    Sample ndcg = rows.getFirst().metric(OfflineRun.Metric.NDCG);
    System.out.printf(
        Locale.ROOT,
        "{\"ndcg10\": %.4f, \"recall10\": %.4f, \"seeds\": %d, \"ndcg10_deviation\": %.4f",
        ndcg.mean(),
        rows.getFirst().metric(OfflineRun.Metric.RECALL).mean(),
        ndcg.count(),
        ndcg.deviation());
    for (OfflineRun.Row row : rows.subList(1, rows.size())) {
      System.out.printf(
          Locale.ROOT,
          ", \"ndcg10_%s\": %.4f",
          row.name(),
          row.metric(OfflineRun.Metric.NDCG).mean());
    }
    System.out.println("}");
  }
}
