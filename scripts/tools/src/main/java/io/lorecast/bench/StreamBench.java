package io.lorecast.bench;

import io.lorecast.bench.peer.Peers;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

  private static final StreamOptions.NewItems SHIPPED = StreamOptions.NewItems.shipped();

  private static final Set<String> USUAL = Set.of(Peers.CHEAP.split(","));

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
  private float boost = SHIPPED.boost();

  @Option(names = "--boosted-items", description = "at most so many a list (${DEFAULT-VALUE})")
  private int boostedItems = SHIPPED.places();

  @Option(
      names = "--boost-popularity",
      description = "what being liked so far counts in the head start (${DEFAULT-VALUE})")
  private float boostPopularity = SHIPPED.popularity();

  @Option(
      names = "--graph-hops",
      description = "how far the knowledge term follows edges, 1 or 2 (${DEFAULT-VALUE})")
  private int graphHops = StreamOptions.shippedHops();

  @Option(names = "--diversity", description = "0 (by score alone) to 1 (${DEFAULT-VALUE})")
  private double diversity;

  @Option(names = "--fixed-weights", description = "do not learn the weights of the terms")
  private boolean fixedWeights;

  @Option(names = "--full", description = "once more, with the sequence term")
  private boolean full;

  @Option(
      names = "--peers",
      split = ",",
      defaultValue = Peers.CHEAP,
      description =
          "whose rows to print: all, none, or some of random, popularity, itemknn,"
              + " itemknn-recency, isgd, bpr, ials, ease (${DEFAULT-VALUE})")
  private List<String> peers = List.of();

  @Option(names = "--no-peers", description = "the same as --peers none")
  private boolean withoutPeers;

  @Option(names = "--plots", description = "a folder for HR@20 over time as PNG and SVG")
  private @Nullable Path plots;

  @Override
  public Integer call() {
    BenchData read = BenchData.read(data, seed, graph).first(events);
    Map<ItemId, Embedding> contents = ContentVectors.of(read.items());
    StreamOptions.NewItems lane = new StreamOptions.NewItems(boost, boostedItems, boostPopularity);
    StreamOptions options =
        new StreamOptions(
            seed, lane, diversity, !fixedWeights, true, peerNames(), false, graphHops);
    StreamRun run = new StreamRun(read, contents, options);
    run.run();
    Optional<StreamRun> withSequence =
        full ? Optional.of(new StreamRun(read, contents, options.full())) : Optional.empty();
    withSequence.ifPresent(StreamRun::run);
    print(run, withSequence, read);
    if (plots != null) {
      plot(run, plots);
    }
    System.out.println(json(run, withSequence, read));
    return 0;
  }

  private List<String> peerNames() {
    if (withoutPeers || peers.equals(List.of("none"))) {
      return List.of();
    }
    return peers.equals(List.of("all")) ? List.copyOf(Peers.stream().keySet()) : peers;
  }

  private static void plot(StreamRun run, Path folder) {
    Map<String, List<Double>> lines = new LinkedHashMap<>();
    run.reports().forEach(report -> lines.put(report.name, report.progress()));
    List<Double> likes =
        IntStream.rangeClosed(1, run.product().progress().size())
            .mapToObj(point -> (double) point * StreamReport.LIKES_A_POINT)
            .toList();
    if (likes.isEmpty()) {
      System.out.println("too few likes for a plot");
      return;
    }
    Plot.lines("Stream", "likes ranked", "HR@20 of the last 2,500 likes", likes, lines)
        .save(folder, "stream");
  }

  private static void print(StreamRun run, Optional<StreamRun> full, BenchData data) {
    StreamReport product = run.product();
    System.out.printf("%n%s%n", StreamReport.header());
    full.ifPresent(other -> System.out.println(other.product().row()));
    run.reports().forEach(report -> System.out.println(report.row()));
    System.out.printf(
        Locale.ROOT,
        """

        %d likes ranked, %d of new users, %d of new items; standard error of HR@20 %.4f
        CPU of one core: %.1f us to learn from an event, %.1f us to find the best of %d items,
        %.1f us for a whole answer, with terms and reasons
        Weights of the terms in the end: %s
        """,
        product.all.count(),
        product.newUsers.count(),
        product.newItems.count(),
        product.all.standardError(),
        run.learnMicros(),
        run.scoreMicros(),
        data.items().size(),
        run.rankMicros(),
        run.weights());
    full.flatMap(StreamRun::sequence)
        .ifPresent(
            rounds ->
                System.out.printf(
                    Locale.ROOT,
                    "The sequence term takes %.1f us of CPU and %.0f bytes of rows a like%n",
                    rounds.micros(),
                    rounds.bytes()));
    System.out.println();
  }

  private static String json(StreamRun run, Optional<StreamRun> full, BenchData data) {
    StreamReport product = run.product();
    Map<String, Double> peers =
        run.reports().stream().collect(Collectors.toMap(r -> r.name, r -> r.all.hitRate()));
    return String.format(
        Locale.ROOT,
        "{\"hr20\": %.4f, \"ndcg20\": %.4f, \"hr20_new_users\": %.4f, \"hr20_new_items\": %.4f,"
            + " \"hr20_popularity\": %s, \"hr20_itemknn_recency\": %s, \"learn_us\": %.1f,"
            + " \"score_us\": %.1f, \"rank_us\": %.1f, \"events\": %d%s%s}",
        product.all.hitRate(),
        product.all.ndcg(),
        product.newUsers.hitRate(),
        product.newItems.hitRate(),
        number(peers.get("popularity")),
        number(peers.get("itemknn-recency")),
        run.learnMicros(),
        run.scoreMicros(),
        run.rankMicros(),
        data.stream().size(),
        others(peers),
        full.map(StreamBench::fullJson).orElse(""));
  }

  private static String fullJson(StreamRun full) {
    StreamReport product = full.product();
    return String.format(
        Locale.ROOT,
        ", \"hr20_full\": %.4f, \"ndcg20_full\": %.4f, \"hr20_new_users_full\": %.4f,"
            + " \"hr20_new_items_full\": %.4f, \"score_us_full\": %.1f, \"sequence_us\": %.1f,"
            + " \"sequence_bytes\": %.0f",
        product.all.hitRate(),
        product.all.ndcg(),
        product.newUsers.hitRate(),
        product.newItems.hitRate(),
        full.scoreMicros(),
        full.sequence().map(SequenceRounds::micros).orElse(0.0),
        full.sequence().map(SequenceRounds::bytes).orElse(0.0));
  }

  /** Returns the figures of the peers that are not among the usual ones. */
  private static String others(Map<String, Double> peers) {
    StringBuilder json = new StringBuilder();
    for (String name : Peers.stream().keySet()) {
      if (peers.containsKey(name) && !USUAL.contains(name)) {
        json.append(", \"hr20_%s\": %s".formatted(name, number(peers.get(name))));
      }
    }
    return json.toString();
  }

  private static String number(@Nullable Double value) {
    return value == null ? "null" : String.format(Locale.ROOT, "%.4f", value);
  }
}
