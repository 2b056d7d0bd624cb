package io.lorecast.importer;

import io.lorecast.data.DataException;
import io.lorecast.data.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program behind {@code scripts/import}. */
@Command(
    name = "scripts/import",
    sortOptions = false,
    description = {
      "Imports a folder into a running Lorecast, through events: items, then what entities are"
          + " called, then triples, then feedback; then asks for a model refresh.",
      "",
      "The folder holds items.jsonl, entities.jsonl, feedback.tsv and a graph in triples.tsv,"
          + " graph.nt, graph.ttl or edges.csv (docs/data-format.md), or is in MovieLens style."
          + " Each file may end in .gz, and any may be absent.",
      "",
      "An import that broke off goes on where it was, started by the same command. Importing"
          + " twice does no harm: what is known already changes nothing.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is in",
      "1:all is in but the lines that are listed as rejected",
      "2:wrong usage, unreadable data, or the receiver cannot be reached"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ImportCommand implements Callable<Integer> {

  private static final int REJECTED = 1;
  private static final int FAILED = 2;
  private static final String GOES_ON =
      "What was answered is kept: the same command goes on from there.";

  private final RetryTimes retryTimes;

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  private boolean help;

  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path directory;

  @Mixin private ReceiverOptions receiver;

  @Option(names = "--restart", description = "Send everything, also what an earlier import sent.")
  private boolean restart;

  @Option(names = "--no-refresh", description = "Do not ask for a model refresh at the end.")
  private boolean noRefresh;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Write every rejected line's number and reason to this file.")
  private @Nullable Path rejectsFile;

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      description =
          "Where it is kept how far an import is (default: $XDG_STATE_HOME/lorecast/import).")
  private @Nullable Path stateDirectory;

  private ImportCommand(RetryTimes retryTimes) {
    this.retryTimes = retryTimes;
  }

  /** Runs the program and ends the process. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs the program inside another; returns its exit code. */
  public static int run(String... arguments) {
    return commandLine(RetryTimes.PATIENT).execute(arguments);
  }

  /** Returns the command, ready to be given arguments. */
  static CommandLine commandLine(RetryTimes retryTimes) {
    return new CommandLine(new ImportCommand(retryTimes))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (failure instanceof DataException
                  || failure instanceof DeliveryException
                  || failure instanceof IOException) {
                command.getErr().println(failure.getMessage());
                return FAILED;
              }
              throw failure;
            });
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    receiver.requireSound();
    DataFolder folder = DataFolder.open(directory);
    StateFile state = openState();
    try (RejectList rejects = RejectList.open(rejectsFile, state.isBegun());
        EventClient client = receiver.client(retryTimes)) {
      client.requireReachable();
      ImportRun run =
          new ImportRun(client, state, rejects, Meter.maker(err()), receiver.inFlight());
      client.onRetry(run::note);
      try (OnInterrupt end = new OnInterrupt(() -> tellInterrupted(run))) {
        return carryOut(run, folder, rejects);
      } catch (DeliveryException e) {
        throw new DeliveryException(e.getMessage() + System.lineSeparator() + GOES_ON);
      }
    }
  }

  private int carryOut(ImportRun run, DataFolder folder, RejectList rejects)
      throws IOException, InterruptedException {
    try {
      run.send(folder);
    } finally {
      rejects.show(err());
      Summary.print(out(), run.rows());
      folder.linkReport().ifPresent(out()::println);
    }
    if (!noRefresh) {
      err().println("Asking for a model refresh ...");
      run.refresh();
    }
    run.forget();
    return run.rejected() == 0 ? CommandLine.ExitCode.OK : REJECTED;
  }

  private StateFile openState() throws IOException {
    Path states =
        stateDirectory == null
            ? StateFile.defaultDirectory(System.getenv(), Path.of(System.getProperty("user.home")))
            : stateDirectory;
    StateFile state = StateFile.open(states, receiver.target(), directory);
    if (restart) {
      state.delete();
    } else if (state.isBegun()) {
      err()
          .println(
              "Going on where an earlier import broke off. If the receiver was emptied since, use"
                  + " --restart.");
    }
    return state;
  }

  private void tellInterrupted(ImportRun run) {
    if (run.interrupt()) {
      err().println(System.lineSeparator() + "Stopped. " + GOES_ON);
      err().flush();
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
