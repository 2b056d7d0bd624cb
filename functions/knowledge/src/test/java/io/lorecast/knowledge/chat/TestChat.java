package io.lorecast.knowledge.chat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Configuration as a test sets it: a key, short waits, few repetitions.
 *
 * @param breakerCalls of how many calls half must fail for the breaker to open
 */
record TestChat(
    Optional<String> model,
    URI address,
    Structure structure,
    Duration timeout,
    int retries,
    int breakerCalls,
    long calls,
    long tokens)
    implements ChatConfig {

  static final String KEY = "test-key";

  /** So long that a busy machine does not decide what a test sees. */
  private static final Duration PATIENT = Duration.ofMinutes(1);

  static TestChat at(URI address) {
    return new TestChat(
        Optional.of("test-model"), address, Structure.SCHEMA, PATIENT, 2, 100, 1_000, 1_000_000);
  }

  TestChat with(Structure other) {
    return new TestChat(model, address, other, timeout, retries, breakerCalls, calls, tokens);
  }

  TestChat withoutModel() {
    return new TestChat(
        Optional.empty(), address, structure, timeout, retries, breakerCalls, calls, tokens);
  }

  TestChat withTimeout(Duration other) {
    return new TestChat(model, address, structure, other, retries, breakerCalls, calls, tokens);
  }

  TestChat withBreakerAfter(int number) {
    return new TestChat(model, address, structure, timeout, 0, number, calls, tokens);
  }

  TestChat withBudget(long mostCalls, long mostTokens) {
    return new TestChat(
        model, address, structure, timeout, retries, breakerCalls, mostCalls, mostTokens);
  }

  @Override
  public Optional<Provider> provider() {
    return Optional.empty();
  }

  @Override
  public Optional<URI> url() {
    return Optional.of(address);
  }

  @Override
  public Optional<String> apiKey() {
    return Optional.of(KEY);
  }

  @Override
  public Optional<String> region() {
    return Optional.of("test-region-1");
  }

  @Override
  public Optional<Double> temperature() {
    return Optional.of(0.25);
  }

  @Override
  public int answerTokens() {
    return 500;
  }

  @Override
  public Duration retryWait() {
    return Duration.ofMillis(1);
  }

  @Override
  public Duration longestWait() {
    return Duration.ofMillis(4);
  }

  @Override
  public int concurrency() {
    return 2;
  }

  @Override
  public Breaker breaker() {
    return new Breaker() {
      @Override
      public int calls() {
        return breakerCalls;
      }

      @Override
      public Duration pause() {
        return Duration.ofHours(1);
      }
    };
  }

  @Override
  public Budget budget() {
    return new Budget() {
      @Override
      public long calls() {
        return calls;
      }

      @Override
      public long tokens() {
        return tokens;
      }
    };
  }
}
