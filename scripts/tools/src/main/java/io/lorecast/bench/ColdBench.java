package io.lorecast.bench;

import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, description = "a data folder, see docs/data-format.md")
  private Path data = Path.of(".");

  @Option(names = "--seed", description = "chooses the cold items (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--seeds",
      description = "how many choices of cold items, from --seed on (${DEFAULT-VALUE})")
  private int seeds = 1;

  @Option(
      names = "--graph",
      description = "the items' edges: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private BenchGraph graph = BenchGraph.folder;

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new ParameterException(spec.commandLine(), "--seeds must be at least 1, was " + seeds);
    }
    Map<ItemId, Embedding> contents = ContentVectors.of(BenchData.read(data, seed, graph).items());
    ColdReport report = new ColdReport();
    for (long each = seed; each < seed + seeds; each++) {
      ColdRun run = new ColdRun(BenchData.read(data, each, graph), contents, each);
      run.run();
      System.out.printf("%nseed %d: %d cold items, %d users%n", each, run.coldItems(), run.users());
      report.add(run.rows());
    }
    System.out.printf("%n%s%n%s%n", report.table(), report.json());
    return 0;
  }
}
