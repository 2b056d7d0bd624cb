package io.lorecast.bench;

import io.lorecast.data.DataException;
import picocli.CommandLine;

/** Says in a line what is wrong with the data; anything else is a bug and comes with its trace. */
final class BenchFailure implements CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (problem instanceof DataException) {
      command.getErr().println(problem.getMessage());
      return command.getCommandSpec().exitCodeOnExecutionException();
    }
    throw problem;
  }
}
