package io.lorecast.models;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The program behind {@code scripts/models}. */
@Command(
    name = "scripts/models",
    description = "Fetches models, each file checked by its hash.",
    synopsisSubcommandLabel = "list | get",
    sortOptions = false,
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the parameters
public final class ModelsCommand implements Runnable {

  private static final String DEFAULT_FOLDER = "${sys:lorecast.models:-models}";

  private final PrintStream out;

  private ModelsCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public void run() {
    new CommandLine(this).usage(out);
  }

  @Command(name = "list", description = "Lists the models, and which are here.")
  int list(
      @Option(names = "--to", defaultValue = DEFAULT_FOLDER, description = "the folder of models")
          Path to)
      throws IOException {
    ModelFolder folder = new ModelFolder(to);
    for (Model model : ModelCatalogue.all()) {
      String here = folder.holds(model) ? "here" : "";
      out.printf(
          "%-18s %-60s %-11s %s%n", model.name(), model.description(), model.licence(), here);
    }
    return CommandLine.ExitCode.OK;
  }

  @Command(name = "get", description = "Fetches a model, unless it is here already.")
  int get(
      @Parameters(paramLabel = "NAME", description = "one of 'scripts/models list'") String name,
      @Option(names = "--to", defaultValue = DEFAULT_FOLDER, description = "the folder of models")
          Path to)
      throws IOException {
    Model model =
        ModelCatalogue.find(name)
            .orElseThrow(
                () -> new ModelException("no model " + name + ": see scripts/models list"));
    ModelFolder folder = new ModelFolder(to);
    if (folder.holds(model)) {
      out.printf("%s is already in %s%n", name, folder.of(model));
      return CommandLine.ExitCode.OK;
    }
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    folder.fetch(model, new Progress(out, terminal));
    out.printf("%s is in %s%n", name, folder.of(model));
    return CommandLine.ExitCode.OK;
  }

  /** Runs inside another program, printing to {@code out}; returns the exit code. */
  static int run(PrintStream out, String... arguments) {
    return new CommandLine(new ModelsCommand(out))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (failure instanceof ModelException || failure instanceof IOException) {
                command.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
              }
              throw failure;
            })
        .execute(arguments);
  }

  /** Runs; exits with 1 if a model cannot be fetched, 2 if it was asked for wrongly. */
  public static void main(String[] arguments) {
    System.exit(run(System.out, arguments));
  }
}
