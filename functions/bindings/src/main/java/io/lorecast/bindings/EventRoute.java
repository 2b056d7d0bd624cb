package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way in over HTTP: {@code POST /} takes CloudEvents in binary, structured and batch mode,
 * {@code POST /<function>} takes them too, and plain JSON. It stands in front of Funqy's own route,
 * which judges nothing, answers poison with 500 and knows no batches.
 */
@Singleton
class EventRoute {

  private static final int TOO_LARGE = 413;

  /** After the body has been read and the caller is known, before Funqy, which starts at 0. */
  private static final int ORDER = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

  private final EventDispatcher dispatcher;
  private final BatchDelivery batches;
  private final Functions functions;

  EventRoute(EventDispatcher dispatcher, BatchDelivery batches, Functions functions) {
    this.dispatcher = dispatcher;
    this.batches = batches;
    this.functions = functions;
  }

  void register(@Observes Router router) {
    route(router, "/", null);
    functions.all().forEach(function -> route(router, "/" + function.name(), function));
  }

  private void route(Router router, String path, @Nullable Function function) {
    router
        .route(path)
        .order(ORDER)
        .handler(context -> handle(context, function))
        .failureHandler(EventRoute::handleFailure);
  }

  private void handle(RoutingContext context, @Nullable Function function) {
    if (context.request().method() != HttpMethod.POST) {
      context.response().putHeader("allow", "POST");
      HttpReply.problem(Problem.of(405, "Method not allowed", "Only POST is answered here."))
          .send(context.response());
      return;
    }
    Uni.createFrom()
        .deferred(() -> answer(context, function))
        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
        .onFailure()
        .recoverWithItem(failure -> HttpReply.problem(Failures.problemOf(failure)))
        .subscribe()
        .with(reply -> reply.send(context.response()), context::fail);
  }

  private Uni<HttpReply> answer(RoutingContext context, @Nullable Function function) {
    HttpServerRequest request = context.request();
    String contentType = Objects.requireNonNullElse(request.getHeader("content-type"), "");
    byte[] body = bodyOf(context);
    return switch (MediaType.essence(contentType)) {
      case MediaType.BATCH -> batches.deliver(EventJson.read("batch", body));
      case MediaType.EVENT -> {
        Delivery event = Deliveries.structured(EventJson.read("event", body));
        yield reply(event, function, HttpReply::structured);
      }
      default -> {
        requireJson(contentType);
        yield function == null || Deliveries.isBinary(request.headers())
            ? reply(Deliveries.binary(request.headers(), body), function, HttpReply::binary)
            : reply(Deliveries.plain(function, body), function, HttpReply::plain);
      }
    };
  }

  private Uni<HttpReply> reply(Delivery delivery, @Nullable Function function, ReplyFormat format) {
    String type = delivery.event().type();
    if (function != null && !function.type().equals(type)) {
      throw RefusedException.invalid(
          "type", "must be " + function.type() + " for this path, was " + type);
    }
    return dispatcher
        .deliver(delivery)
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

  private static byte[] bodyOf(RoutingContext context) {
    Buffer body = context.body().buffer();
    return body == null ? new byte[0] : body.getBytes();
  }

  /** Answers what failed before {@link #handle}: the body was too large; leaves all else. */
  private static void handleFailure(RoutingContext context) {
    if (context.statusCode() != TOO_LARGE) {
      context.next();
      return;
    }
    // The rest of the body is not read, so nothing that follows on this connection could be either.
    context.response().putHeader("connection", "close");
    HttpReply.problem(
            Problem.of(TOO_LARGE, "Content too large", "The body is larger than is taken here."))
        .send(context.response())
        .onComplete(written -> context.request().connection().close());
  }

  private interface ReplyFormat {
    HttpReply apply(CloudEvent<JsonNode> reply);
  }
}
