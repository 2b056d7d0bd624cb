package io.lorecast.importer;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where events go, and how many at a time. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReceiverOptions {

  private static final int MOST_IN_FLIGHT = 1024;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--to",
      paramLabel = "URL",
      defaultValue = "http://localhost:8080",
      description = "Where events are posted (default: ${DEFAULT-VALUE}).")
  private URI target;

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      defaultValue = "32",
      description = "Requests under way at a time, 1 to 1024 (default: ${DEFAULT-VALUE}).")
  private int inFlight;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      defaultValue = "${env:LORECAST_API_KEY}",
      showDefaultValue = Visibility.NEVER,
      description = "Sent as x-api-key (default: the variable LORECAST_API_KEY, if set).")
  private @Nullable String apiKey;

  /**
   * Checks what picocli does not.
   *
   * @throws ParameterException if a value is out of range
   */
  void requireSound() {
    if (inFlight < 1 || inFlight > MOST_IN_FLIGHT) {
      throw wrong("--in-flight must be 1 to " + MOST_IN_FLIGHT + ", was " + inFlight);
    }
    String scheme = target.getScheme();
    if (target.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw wrong("--to must be an http or https URL, was " + target);
    }
  }

  URI target() {
    return target;
  }

  int inFlight() {
    return inFlight;
  }

  EventClient client(RetryTimes retryTimes) {
    return new EventClient(target, apiKey, retryTimes);
  }

  private ParameterException wrong(String problem) {
    CommandLine command = spec.commandLine();
    return new ParameterException(command, problem);
  }
}
