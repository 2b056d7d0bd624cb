package io.lorecast.bindings;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Listens for what {@link HttpEndpoint} answers. It stands in front of Funqy's own route, which
 * judges nothing, answers poison with 500 and knows no batches.
 */
@Singleton
class EventRoute {

  private static final int TOO_LARGE = 413;

  /** After the body has been read and the caller is known, before Funqy, which starts at 0. */
  private static final int ORDER = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

  private final HttpEndpoint endpoint;
  private final Functions functions;

  EventRoute(HttpEndpoint endpoint, Functions functions) {
    this.endpoint = endpoint;
    this.functions = functions;
  }

  void register(@Observes Router router) {
    route(router, "/");
    functions.all().forEach(function -> route(router, "/" + function.name()));
  }

  private void route(Router router, String path) {
    router
        .route(path)
        .order(ORDER)
        .handler(context -> handle(context, path))
        .failureHandler(EventRoute::handleFailure);
  }

  private void handle(RoutingContext context, String path) {
    HttpServerRequest request = context.request();
    endpoint
        .answer(
            new HttpRequest(
                request.method().name(), path, request.headers().entries(), bodyOf(context)))
        .subscribe()
        .with(reply -> reply.send(context.response()), context::fail);
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
}
