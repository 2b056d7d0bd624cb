package io.lorecast.bench;

import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench cold}: items that nobody has met. */
@Command(
    name = "cold",
    description = {
      "Cold items: a random fifth of the items is never seen in feedback; for each user who likes"
          + " some of them, only they are ranked."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ColdBench implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "a data folder, see docs/data-format.md")
  private Path data = Path.of(".");

  @Option(names = "--seed", description = "chooses the cold items (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--graph",
      description = "the items' edges: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private BenchGraph graph = BenchGraph.folder;

  @Override
  public Integer call() {
    BenchData read = BenchData.read(data, seed, graph);
    Map<ItemId, Embedding> contents = ContentVectors.of(read.items());
    ColdRun run = new ColdRun(read, contents, seed);
    run.run();
    System.out.printf(
        Locale.ROOT,
        "%n%d cold items, %d users%n%n%-20s %9s %8s%n",
        run.coldItems(),
        run.users(),
        "",
        "Recall@20",
        "NDCG@10");
    run.rows()
        .forEach(
            (name, row) ->
                System.out.printf(
                    Locale.ROOT, "%-20s %9.4f %8.4f%n", name, row.recall(), row.ndcg()));
    System.out.println();
    System.out.println(run.json());
    return 0;
  }
}
