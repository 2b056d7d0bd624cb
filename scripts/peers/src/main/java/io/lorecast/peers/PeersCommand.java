package io.lorecast.peers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/peers/run}: a training part as a file in, a list for each user as a file out. */
@Command(
    name = "scripts/peers/run",
    description = {
      "Ranks by another recommender's own code. The training file has lines of user, item and 1 for"
          + " a like or 0, separated by tabs; the lists are lines of a user and its items, best"
          + " first."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PeersCommand implements Callable<Integer> {

  @Option(
      names = "--peer",
      required = true,
      description = "mahout-itembased, ranksys-hkv, ranksys-itemknn")
  private String peer = "";

  @Option(names = "--training", required = true, description = "what may be learned from")
  private Path training = Path.of(".");

  @Option(names = "--lists", required = true, description = "where the lists are written")
  private Path lists = Path.of(".");

  @Option(names = "--k", description = "how long a list may be (${DEFAULT-VALUE})")
  private int k = 10;

  @Option(names = "--seed", description = "where a peer draws (${DEFAULT-VALUE})")
  private long seed = 1;

  static Map<String, Library> libraries() {
    Map<String, Library> libraries = new LinkedHashMap<>();
    libraries.put("mahout-itembased", Mahout::itemBased);
    libraries.put("ranksys-hkv", RankSys::hkv);
    libraries.put("ranksys-itemknn", RankSys::itemKnn);
    return libraries;
  }

  @Override
  public Integer call() throws Exception {
    Library library = libraries().get(peer);
    if (library == null) {
      throw new IllegalArgumentException(
          "--peer must be of " + libraries().keySet() + ", was " + peer);
    }
    Training read = Training.read(training);
    write(read, library.fit(read, seed));
    return 0;
  }

  private void write(Training read, Library.Lists ranked) throws Exception {
    try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(lists))) {
      for (Integer user : read.met().keySet()) {
        List<Integer> best = ranked.best(user, k);
        lines.println(user + best.stream().map(item -> "\t" + item).collect(Collectors.joining()));
      }
      if (lines.checkError()) {
        throw new IOException(lists + " could not be written");
      }
    }
  }

  /** Runs; exits with 1 if something is wrong with the file, 2 if it was asked for wrongly. */
  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new PeersCommand());
    command.setExecutionExceptionHandler(PeersCommand::say);
    System.exit(command.execute(arguments));
  }

  /**
   * Says in a line what is wrong with the file; anything else is a bug and comes with its trace.
   */
  private static int say(Exception problem, CommandLine command, CommandLine.ParseResult arguments)
      throws Exception {
    if (problem instanceof IllegalArgumentException || problem instanceof IOException) {
      command.getErr().println(problem.getMessage());
      return command.getCommandSpec().exitCodeOnExecutionException();
    }
    throw problem;
  }
}
