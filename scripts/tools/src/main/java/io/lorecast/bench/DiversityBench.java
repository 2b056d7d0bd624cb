package io.lorecast.bench;

import io.lorecast.data.DataException;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench diversity}: what spreading the lists costs and gains. */
@Command(
    name = "diversity",
    description = {
      "Diversity: the stream's lists by score alone, and spread by maximal marginal relevance; how"
          + " often they hold the next like, how alike their items are (raw texts and entities, not"
          + " the features that the product scores by), and how they use the catalogue."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DiversityBench implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "a data folder, see docs/data-format.md")
  private Path data = Path.of(".");

  @Option(names = "--events", description = "only the first so many events")
  private int events = Integer.MAX_VALUE;

  @Option(names = "--seed", description = "shuffles events of the same time (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--diversity",
      split = ",",
      defaultValue = ".5",
      description = "above 0, at most 1; the JSON is of the first (${DEFAULT-VALUE})")
  private List<Double> diversities = List.of();

  @Option(names = "--plots", description = "a folder for the curve as PNG and SVG")
  private @Nullable Path plots;

  @Override
  public Integer call() {
    if (!diversities.stream().allMatch(diversity -> diversity > 0 && diversity <= 1)) {
      throw new DataException("--diversity must be above 0 and at most 1, was " + diversities);
    }
    BenchData read = BenchData.read(data, seed).first(events);
    Map<ItemId, Embedding> contents = ContentVectors.of(read.items());
    List<Double> all = new ArrayList<>(diversities);
    all.add(0d);
    DiversityRun run = new DiversityRun(read, contents, all, seed);
    run.run();
    print(run.tallies());
    return 0;
  }

  private void print(Map<Double, DiversityRun.Tally> tallies) {
    DiversityRun.Tally plain = Objects.requireNonNull(tallies.get(0d));
    System.out.printf(
        "%n%-10s %8s %8s %11s %9s %9s %9s %9s %9s %7s%n",
        "diversity",
        "HR@20",
        "NDCG@20",
        "similarity",
        "change",
        "of texts",
        "of graph",
        "novelty",
        "coverage",
        "Gini");
    tallies.forEach(
        (diversity, tally) ->
            System.out.printf(
                Locale.ROOT,
                "%-10.2f %8.4f %8.4f %11.4f %8.1f%% %9.4f %9.4f %9.2f %9.4f %7.4f%n",
                diversity,
                tally.hits.hitRate(),
                tally.hits.ndcg(),
                tally.similarity(),
                100 * (tally.similarity() / plain.similarity() - 1),
                tally.texts(),
                tally.entities(),
                tally.novelty(),
                tally.coverage(),
                tally.gini()));
    System.out.printf(
        Locale.ROOT,
        "%n%d likes, standard error of HR@20 %.4f; similarity within a list, the mean"
            + " of texts and graph; novelty in bits%n%n",
        plain.hits.count(),
        plain.hits.standardError());
    if (plots != null) {
      plot(tallies, plots);
    }
    System.out.println(json(plain, Objects.requireNonNull(tallies.get(diversities.getFirst()))));
  }

  private static void plot(Map<Double, DiversityRun.Tally> tallies, Path folder) {
    List<DiversityRun.Tally> rising = List.copyOf(tallies.values());
    Plot.lines(
            "What spreading the lists costs",
            "similarity within a list",
            "HR@20",
            rising.stream().map(DiversityRun.Tally::similarity).toList(),
            Map.of("Lorecast", rising.stream().map(tally -> tally.hits.hitRate()).toList()))
        .save(folder, "diversity");
  }

  private static String json(DiversityRun.Tally plain, DiversityRun.Tally spread) {
    return String.format(
        Locale.ROOT,
        "{\"hr20_drop\": %.4f, \"ild_gain\": %.4f, \"coverage\": %.4f, \"gini\": %.4f,"
            + " \"similarity_drop\": %.4f, \"novelty\": %.3f, \"hr20\": %.4f,"
            + " \"coverage_plain\": %.4f, \"gini_plain\": %.4f}",
        plain.hits.hitRate() - spread.hits.hitRate(),
        (1 - spread.similarity()) / (1 - plain.similarity()) - 1,
        spread.coverage(),
        spread.gini(),
        1 - spread.similarity() / plain.similarity(),
        spread.novelty(),
        spread.hits.hitRate(),
        plain.coverage(),
        plain.gini());
  }
}
