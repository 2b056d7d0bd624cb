package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The way in for whatever carries single events: a broker, a queue, a member of a batch. It is
 * handled on a worker thread. Nothing here fails: what goes wrong, also with reading the event, is
 * an {@link Outcome}.
 */
@Singleton
public class EventInbox {

  private final EventDispatcher dispatcher;
  private final Vertx vertx;

  EventInbox(EventDispatcher dispatcher, Vertx vertx) {
    this.dispatcher = dispatcher;
    this.vertx = vertx;
  }

  /** Delivers an event in structured mode, as JSON. */
  public Uni<Outcome> deliver(byte[] event) {
    return deliver(() -> Deliveries.structured(EventJson.read("event", event)));
  }

  /** Delivers an event in structured mode that has been read. */
  public Uni<Outcome> deliver(JsonNode event) {
    return deliver(() -> Deliveries.structured(event));
  }

  /**
   * Delivers an event in binary mode.
   *
   * @param prefix what the carrier writes before the name of an attribute, to name it in a refusal
   * @param attributes by name without the prefix, as text
   * @param data JSON
   */
  public Uni<Outcome> deliver(String prefix, Map<String, String> attributes, byte[] data) {
    return deliver(() -> Deliveries.of(prefix, attributes, data));
  }

  private Uni<Outcome> deliver(Supplier<Delivery> reading) {
    // A context of its own, so that the ids in the log lines of events do not mix.
    Context context =
        Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    return Uni.createFrom()
        .deferred(() -> dispatcher.deliver(reading.get()))
        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
        .runSubscriptionOn(command -> context.runOnContext(unused -> command.run()))
        .map(Outcome::applied)
        .onFailure()
        .recoverWithItem(Outcome::of);
  }
}
