package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Answers requests: {@code POST /} takes CloudEvents in binary, structured and batch mode, {@code
 * POST /<function>} takes them too, and plain JSON. Who listens is left to others.
 */
@Singleton
public class HttpEndpoint {

  private final EventDispatcher dispatcher;
  private final BatchDelivery batches;
  private final Functions functions;

  HttpEndpoint(EventDispatcher dispatcher, BatchDelivery batches, Functions functions) {
    this.dispatcher = dispatcher;
    this.batches = batches;
    this.functions = functions;
  }

  /** Emits the answer to {@code request}, computed on a worker thread; never fails. */
  public Uni<HttpReply> answer(HttpRequest request) {
    Optional<Function> function = functions.at(request.path());
    if (function.isEmpty() && !request.path().equals("/")) {
      return refusal(Problem.of(404, "Not found", "Nothing is answered at " + request.path()));
    }
    if (!request.method().equals("POST")) {
      return refusal(Problem.of(405, "Method not allowed", "Only POST is answered here."))
          .map(reply -> reply.with("allow", "POST"));
    }
    return Uni.createFrom()
        .deferred(() -> judge(request, function))
        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
        .onFailure()
        .recoverWithItem(failure -> HttpReply.problem(Failures.problemOf(failure)));
  }

  private static Uni<HttpReply> refusal(Problem problem) {
    return Uni.createFrom().item(HttpReply.problem(problem));
  }

  private Uni<HttpReply> judge(HttpRequest request, Optional<Function> function) {
    String contentType = request.first("content-type");
    byte[] body = request.body();
    return switch (MediaType.essence(contentType)) {
      case MediaType.BATCH -> batches.deliver(EventJson.read("batch", body));
      case MediaType.EVENT -> {
        Delivery event = Deliveries.structured(EventJson.read("event", body));
        yield reply(event, function, HttpReply::structured);
      }
      default -> {
        requireJson(contentType);
        yield function.isEmpty() || Deliveries.isBinary(request.headers())
            ? reply(Deliveries.binary(request.headers(), body), function, HttpReply::binary)
            : reply(Deliveries.plain(function.get(), body), function, HttpReply::plain);
      }
    };
  }

  private Uni<HttpReply> reply(Delivery delivery, Optional<Function> function, ReplyFormat format) {
    String type = delivery.event().type();
    function
        .map(Function::type)
        .filter(expected -> !expected.equals(type))
        .ifPresent(
            expected -> {
              throw RefusedException.invalid(
                  "type", "must be " + expected + " for this path, was " + type);
            });
    return function
        .map(only -> dispatcher.deliver(delivery, only))
        .orElseGet(() -> dispatcher.deliver(delivery))
        .map(reply -> reply.map(format::apply).orElseGet(HttpReply::nothing));
  }

  private static void requireJson(String contentType) {
    if (!MediaType.isJson(contentType)) {
      String problem =
          "must be application/json, application/cloudevents+json or"
              + " application/cloudevents-batch+json, was "
              + (contentType.isEmpty() ? "absent" : contentType);
      throw new RefusedException(
          415, "Unsupported media type", List.of(new Violation("content-type", problem)));
    }
  }

  private interface ReplyFormat {
    HttpReply apply(CloudEvent<JsonNode> reply);
  }
}
