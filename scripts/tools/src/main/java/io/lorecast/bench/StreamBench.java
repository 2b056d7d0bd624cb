package io.lorecast.bench;

import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  @Option(names = "--events", description = "only the first so many events")
  private int events = Integer.MAX_VALUE;

  @Option(names = "--seed", description = "shuffles events of the same time (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--graph",
      description = "the items' edges: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private BenchGraph graph = BenchGraph.folder;

  @Option(names = "--boost", description = "head start of items few have met (${DEFAULT-VALUE})")
  private float boost = 1;

  @Option(names = "--diversity", description = "0 (by score alone) to 1 (${DEFAULT-VALUE})")
  private double diversity;

  @Option(names = "--fixed-weights", description = "do not learn the weights of the terms")
  private boolean fixedWeights;

  @Option(names = "--no-peers", description = "leave out the peers' rows")
  private boolean withoutPeers;

  @Override
  public Integer call() {
    BenchData read = BenchData.read(data, seed, graph).first(events);
    Map<ItemId, Embedding> contents = ContentVectors.of(read.items());
    StreamOptions options = new StreamOptions(seed, boost, diversity, !fixedWeights, !withoutPeers);
    StreamRun run = new StreamRun(read, contents, options);
    run.run();
    print(run, read);
    System.out.println(json(run, read));
    return 0;
  }

  private static void print(StreamRun run, BenchData data) {
    StreamReport product = run.product();
    System.out.printf("%n%s%n", StreamReport.header());
    run.reports().forEach(report -> System.out.println(report.row()));
    System.out.printf(
        Locale.ROOT,
        """

        %d likes ranked, %d of new users, %d of new items; standard error of HR@20 %.4f
        CPU of one core: %.1f us to learn from an event, %.1f us to rank %d items
        Weights of the terms in the end: %s

        """,
        product.all.count(),
        product.newUsers.count(),
        product.newItems.count(),
        product.all.standardError(),
        run.learnMicros(),
        run.scoreMicros(),
        data.items().size(),
        run.weights());
  }

  private static String json(StreamRun run, BenchData data) {
    StreamReport product = run.product();
    Map<String, Double> peers =
        run.reports().stream().collect(Collectors.toMap(r -> r.name, r -> r.all.hitRate()));
    return String.format(
        Locale.ROOT,
        "{\"hr20\": %.4f, \"ndcg20\": %.4f, \"hr20_new_users\": %.4f, \"hr20_new_items\": %.4f,"
            + " \"hr20_popularity\": %s, \"hr20_itemknn_recency\": %s, \"learn_us\": %.1f,"
            + " \"score_us\": %.1f, \"events\": %d}",
        product.all.hitRate(),
        product.all.ndcg(),
        product.newUsers.hitRate(),
        product.newItems.hitRate(),
        number(peers.get(StreamPeers.POPULARITY)),
        number(peers.get(StreamPeers.ITEM_KNN)),
        run.learnMicros(),
        run.scoreMicros(),
        data.stream().size());
  }

  private static String number(@org.jspecify.annotations.Nullable Double value) {
    return value == null ? "null" : String.format(Locale.ROOT, "%.4f", value);
  }
}
