package io.lorecast.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code scripts/bench}: lists the benchmarks, or runs the one named. */
@Command(
    name = "scripts/bench",
    description = "Measures Lorecast.",
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      StreamBench.class,
      ColdBench.class,
      WarmBench.class,
      LooBench.class,
      SparseBench.class,
      AblationBench.class,
      DiversityBench.class,
      ExplainBench.class,
      FeedbackBench.class,
      EncodeBench.class,
      GraphBench.class,
      ImagesBench.class,
      StartupBench.class
    },
    sortOptions = false)
public final class Bench implements Runnable {

  @Override
  public void run() {
    new CommandLine(this).usage(System.out);
  }

  /** Runs; exits with 1 if the benchmark failed, 2 if it was asked for wrongly. */
  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new Bench());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setExecutionExceptionHandler(new BenchFailure());
    System.exit(command.execute(arguments));
  }
}
