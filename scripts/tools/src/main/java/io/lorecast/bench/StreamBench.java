package io.lorecast.bench;

import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench stream}: the prequential evaluation. */
@Command(
    name = "stream",
    description = {
      "Prequential: events in the order of time; for each like, all items that the user has not met"
          + " are ranked, then the event is learned from. The first tenth is only learned from."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class StreamBench implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "a data folder, see docs/data-format.md")
  private Path data = Path.of(".");

  @Option(names = "--seed", description = "shuffles events of the same second (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--boost", description = "head start of items few have met (${DEFAULT-VALUE})")
  private float boost = 1;

  @Option(names = "--diversity", description = "0 (by score alone) to 1 (${DEFAULT-VALUE})")
  private double diversity = 0;

  @Option(names = "--no-peers", description = "leave out the peers' rows")
  private boolean withoutPeers;

  @Override
  public Integer call() {
    BenchData read = BenchData.read(data, seed);
    Map<ItemId, Embedding> contents = ContentVectors.of(read.items());
    StreamRun run = new StreamRun(read, contents, boost, diversity, seed, !withoutPeers);
    run.run();
    System.out.println();
    System.out.println(StreamReport.header());
    run.reports().forEach(report -> System.out.println(report.row()));
    System.out.printf(
        Locale.ROOT,
        "%nCPU of one core: learning %.1f us an event, ranking %.1f us for %d items; %s%n%n",
        run.learnMicros(),
        run.scoreMicros(),
        read.items().size(),
        run.weights());
    System.out.println(run.json());
    return 0;
  }
}
