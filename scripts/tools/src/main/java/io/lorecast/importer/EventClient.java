package io.lorecast.importer;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Posts events to one address, again and again if need be. Any thread may use it. */
final class EventClient implements AutoCloseable {

  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  /** Statuses that say something about the address or the key, and nothing about the event. */
  private static final Set<Integer> NOT_ABOUT_THE_EVENT = Set.of(401, 403, 404, 405, 407);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final long LONGEST_ASKED_SECONDS = 60;

  private final URI target;
  private final @Nullable String apiKey;
  private final HttpClient http;
  private final ExecutorService workers = Executors.newFixedThreadPool(2, daemons());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(daemons());
  private final Retry retry;

  /**
   * Creates a client.
   *
   * @param target where events are posted
   * @param apiKey sent as the header {@code x-api-key}, if not null
   */
  EventClient(URI target, @Nullable String apiKey, RetryTimes times) {
    this.target = target.getPath().isEmpty() ? target.resolve("/") : target;
    this.apiKey = apiKey;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(workers)
            .build();
    this.retry = Retry.of("events", retryConfig(times));
  }

  /** Tells {@code listener} why an event is sent again, each time. */
  void onRetry(Consumer<String> listener) {
    retry
        .getEventPublisher()
        .onRetry(event -> listener.accept("trying again: " + reason(event.getLastThrowable())));
  }

  /**
   * Makes sure that something answers HTTP at the address, whatever it says.
   *
   * @throws DeliveryException if nothing does
   */
  void requireReachable() throws InterruptedException {
    try {
      http.send(request().GET().timeout(CONNECT_TIMEOUT).build(), BodyHandlers.discarding());
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot reach %s (%s). Is Lorecast running there? scripts/run starts it."
              .formatted(target, reason(e)));
    }
  }

  /**
   * Posts {@code event} until it is answered.
   *
   * @param timeout how long one attempt may take
   * @return the answer; fails with {@link DeliveryException} if there is none after the last
   *     attempt, or if it shows that no event will be taken
   */
  CompletableFuture<Answer> post(Event event, Duration timeout) {
    HttpRequest request =
        request()
            .header("content-type", "application/cloudevents+json")
            .timeout(timeout)
            .POST(BodyPublishers.ofByteArray(event.body()))
            .build();
    return retry
        .executeCompletionStage(timer, () -> http.sendAsync(request, BodyHandlers.ofString()))
        .handle(this::answer)
        .toCompletableFuture();
  }

  private Answer answer(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
    if (response == null) {
      throw new DeliveryException("%s did not answer: %s".formatted(target, reason(failure)));
    }
    int status = response.statusCode();
    boolean taken = status >= 200 && status < 300;
    boolean refused = status >= 400 && status < 500 && !NOT_ABOUT_THE_EVENT.contains(status);
    if (!(taken || refused) || isPassing(status)) {
      throw new DeliveryException("%s answers with status %d".formatted(target, status));
    }
    return Answer.of(response);
  }

  private HttpRequest.Builder request() {
    HttpRequest.Builder request = HttpRequest.newBuilder(target);
    return apiKey == null ? request : request.header("x-api-key", apiKey);
  }

  private static RetryConfig retryConfig(RetryTimes times) {
    IntervalFunction backoff =
        IntervalFunction.ofExponentialRandomBackoff(times.first(), 2, 0.5, times.longest());
    return RetryConfig.<HttpResponse<String>>custom()
        .maxAttempts(times.attempts())
        .retryOnResult(response -> isPassing(response.statusCode()))
        .retryOnException(failure -> cause(failure) instanceof IOException)
        .intervalBiFunction((attempt, last) -> Math.max(backoff.apply(attempt), askedMillis(last)))
        .build();
  }

  private static boolean isPassing(int status) {
    return status >= 500 || PASSING.contains(status);
  }

  /** Returns how long the receiver asked to be left alone (Retry-After in seconds), or 0. */
  private static long askedMillis(Either<Throwable, HttpResponse<String>> last) {
    return last.isLeft()
        ? 0
        : last.get()
            .headers()
            .firstValue("retry-after")
            .filter(value -> value.matches("\\d{1,5}"))
            .map(value -> 1000 * Math.min(LONGEST_ASKED_SECONDS, Long.parseLong(value)))
            .orElse(0L);
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static String reason(@Nullable Throwable failure) {
    Throwable cause = cause(failure);
    if (cause == null) {
      return "the receiver is busy or failing";
    }
    String message = cause.getMessage();
    String name = cause.getClass().getSimpleName();
    return message == null ? name : name + ": " + message;
  }

  private static ThreadFactory daemons() {
    return Thread.ofPlatform().daemon().name("event-client-", 0).factory();
  }

  @Override
  public void close() {
    http.shutdownNow();
    timer.shutdownNow();
    workers.shutdownNow();
  }
}
