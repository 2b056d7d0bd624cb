package io.lorecast.knowledge.chat;

import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.TimeoutException;
import io.lorecast.store.BudgetStore;
import io.lorecast.store.BudgetStore.Spending;
import io.lorecast.store.StoreException;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * A model that is asked within a budget. A call that fails or gives no use is repeated after a
 * wait, one that takes too long is ended, and a model that keeps failing is left alone for a while.
 *
 * <p>A call takes out of the budget, before it is made, as many tokens as it may use at most: its
 * bytes and the longest answer. What it has not used is given back, if that is known. So the budget
 * is kept also by workers that do not know of each other, and what is not known counts as used.
 * Thread-safe.
 */
public final class GuardedModel implements AutoCloseable {

  private static final double FAILING = .5;

  private final String name;
  private final LanguageModel model;
  private final ChatConfig config;
  private final BudgetStore budget;
  private final Clock clock;
  private final TypedGuard<Object> guard;

  /** As many threads as calls may be under way: the others wait in line without one. */
  private final ExecutorService calls;

  /**
   * Creates a model.
   *
   * @throws IllegalArgumentException if the configuration names no model, or has a number out of
   *     range
   */
  public GuardedModel(Provider provider, ChatConfig config, BudgetStore budget, Clock clock) {
    String called =
        config
            .model()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "lorecast.knowledge.model must name a model of " + provider));
    this.name = provider + "/" + called;
    this.model = new LanguageModel(ChatModels.of(provider, called, config), config.structure());
    this.config = config;
    this.budget = budget;
    this.clock = clock;
    this.guard = guard(config);
    this.calls =
        Executors.newFixedThreadPool(
            config.concurrency(),
            Thread.ofPlatform().daemon().name("language-model-", 0).factory());
  }

  private static TypedGuard<Object> guard(ChatConfig config) {
    return TypedGuard.create(Object.class)
        .withTimeout()
        .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
        .done()
        .withCircuitBreaker()
        .requestVolumeThreshold(config.breaker().calls())
        .failureRatio(FAILING)
        .delay(config.breaker().pause().toMillis(), ChronoUnit.MILLIS)
        // These say nothing about the model: the next question may be answered.
        .skipOn(
            List.of(
                BudgetUsedUpException.class,
                UnusableAnswerException.class,
                InvalidRequestException.class,
                StoreException.class))
        .done()
        .withRetry()
        .maxRetries(config.retries())
        .maxDuration(longest(config).toMillis(), ChronoUnit.MILLIS)
        .withCustomBackoff()
        .strategy(() -> new Backoff(config.retryWait(), config.longestWait()))
        .done()
        .abortOn(
            List.of(
                BudgetUsedUpException.class,
                CircuitBreakerOpenException.class,
                NonRetriableException.class,
                StoreException.class))
        .done()
        .build();
  }

  /** Returns how long a question may take with all its repetitions. */
  private static Duration longest(ChatConfig config) {
    int retries = config.retries();
    if (retries < 0) {
      throw new IllegalArgumentException(
          "lorecast.knowledge.retries must not be negative, was " + retries);
    }
    return config
        .timeout()
        .multipliedBy(retries + 1L)
        .plus(config.longestWait().multipliedBy(retries))
        .plusSeconds(1);
  }

  /** Returns a name of the model that no other model has. */
  public String name() {
    return name;
  }

  /**
   * Emits what {@code reading} makes of the answer to {@code question}.
   *
   * <p>Fails with {@link BudgetUsedUpException}; with {@link UnusableAnswerException} if {@code
   * reading} threw that each time; with {@link StoreException} if the budget cannot be asked; and
   * otherwise with {@link ModelUnavailableException}.
   */
  public <T> Uni<T> ask(Question question, Function<Reply, T> reading) {
    return Uni.createFrom()
        .item(() -> guarded(question, reading))
        .runSubscriptionOn(calls)
        .onFailure(
            failure ->
                !(failure instanceof BudgetUsedUpException
                    || failure instanceof UnusableAnswerException
                    || failure instanceof StoreException))
        .transform(ModelUnavailableException::new);
  }

  @SuppressWarnings("unchecked") // the guard hands on what it is given
  private <T> T guarded(Question question, Function<Reply, T> reading) {
    return (T) guard.get(() -> (Object) reading.apply(call(question)));
  }

  private Reply call(Question question) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone());
    Spending most = new Spending(config.budget().calls(), config.budget().tokens());
    long reserved = question.mostTokens() + config.answerTokens();
    if (!budget.reserve(day, most, reserved).await().indefinitely()) {
      throw new BudgetUsedUpException(day);
    }
    try {
      Reply reply = model.ask(question);
      reply.tokens().ifPresent(used -> release(day, reserved - used));
      return reply;
    } catch (RuntimeException failure) {
      if (costsNothing(failure)) {
        release(day, reserved);
      }
      throw failure;
    }
  }

  /** The server says itself that there is no answer, or is not there; of others nobody knows. */
  private static boolean costsNothing(Throwable failure) {
    return (failure instanceof LangChain4jException && !(failure instanceof TimeoutException))
        || Causes.find(failure, ConnectException.class).isPresent();
  }

  private void release(LocalDate day, long tokens) {
    budget.release(day, tokens).await().indefinitely();
  }

  @Override
  public void close() {
    calls.shutdownNow();
  }
}
