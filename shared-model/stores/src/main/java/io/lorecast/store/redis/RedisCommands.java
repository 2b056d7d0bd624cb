package io.lorecast.store.redis;

import io.lorecast.store.StoreException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends commands to Redis. Each fails with {@link StoreException} when Redis refuses it or has not
 * answered in time: a Redis that hangs must not hang its callers.
 */
public final class RedisCommands {

  /** Commands sent at once; enough to fill the pipe, few enough not to starve other callers. */
  private static final int PIPELINED = 1_000;

  private static final int WAITING = 1_000;

  private final Redis redis;
  private final Duration timeout;

  /**
   * Creates a sender.
   *
   * @param timeout for the answer to one command, or to one batch of them
   */
  public RedisCommands(Redis redis, Duration timeout) {
    this.redis = redis;
    this.timeout = timeout;
  }

  /**
   * Returns a sender to the Redis at {@code uri}, for programs without dependency injection, as
   * long as they run.
   */
  public static RedisCommands to(String uri, Duration timeout) {
    RedisOptions options = new RedisOptions().setConnectionString(uri).setMaxPoolWaiting(WAITING);
    return new RedisCommands(Redis.createClient(Vertx.vertx(), options), timeout);
  }

  /** Emits the answer to one command that always has one. */
  Uni<Response> send(String doing, Request request) {
    return answered(() -> redis.send(request)).onFailure().transform(failed(doing));
  }

  /**
   * Emits the answers to {@code requests} in their order, sent without waiting for each. An answer
   * is null where Redis says that there is none.
   */
  Uni<List<Response>> sendAll(String doing, List<Request> requests) {
    if (requests.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Uni<List<Response>> answers = Uni.createFrom().item(ArrayList::new);
    for (int start = 0; start < requests.size(); start += PIPELINED) {
      List<Request> part = requests.subList(start, Math.min(requests.size(), start + PIPELINED));
      answers =
          answers.chain(
              known -> answered(() -> redis.batch(part)).invoke(known::addAll).replaceWith(known));
    }
    return answers.onFailure().transform(failed(doing));
  }

  /** Emits what {@code script} returns; Redis keeps it, so that only its hash is sent. */
  Uni<Response> run(String doing, ScriptCall call) {
    return answered(() -> redis.send(call.request(Command.EVALSHA)))
        .onFailure(RedisCommands::isUnknownScript)
        .recoverWithUni(() -> answered(() -> redis.send(call.request(Command.EVAL))))
        .onFailure()
        .transform(failed(doing));
  }

  private <T> Uni<T> answered(Supplier<Future<T>> sending) {
    return Uni.createFrom()
        .completionStage(() -> sending.get().toCompletionStage())
        .ifNoItem()
        .after(timeout)
        .fail();
  }

  private static boolean isUnknownScript(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
  }

  private static Function<Throwable, Throwable> failed(String doing) {
    return cause -> new StoreException(doing + " in Redis", cause);
  }
}
