package io.lorecast.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code scripts/bench cold}: items that nobody has met. */
@Command(name = "cold", mixinStandardHelpOptions = true, sortOptions = false)
final class ColdBench implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
