package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/**
 * Takes one event through its function, whatever carried it: judges the data by the schema, calls
 * the function, hands the follow-on event to the {@link EventPublisher}, and emits it as the reply.
 */
@Singleton
public class EventDispatcher {

  /** The key under which the id of the event stands in log lines. */
  static final String LOGGED_ID = "eventId";

  private final Functions functions;
  private final EventSchemas schemas;
  private final FollowOnEvents followOns;

  /** Asked for late: a publisher may stand on a bus that starts after the routes are made. */
  private final Provider<EventPublisher> publisher;

  EventDispatcher(
      Functions functions,
      EventSchemas schemas,
      FollowOnEvents followOns,
      Provider<EventPublisher> publisher) {
    this.functions = functions;
    this.schemas = schemas;
    this.followOns = followOns;
    this.publisher = publisher;
  }

  /**
   * Delivers {@code delivery} to every function of this process that handles its type, one after
   * the other; emits the reply of the first that has one, or empty. The {@link EventPublisher} gets
   * the follow-on events of all. Call it on a worker thread: a function may block until it returns
   * its Uni.
   *
   * <p>Fails with {@link RefusedException} or the domain's InvalidEventException if the event
   * cannot be meant, and with whatever a function failed with otherwise.
   */
  @ActivateRequestContext
  Uni<Optional<CloudEvent<JsonNode>>> deliver(Delivery delivery) {
    List<Function> handling = functions.handling(delivery.event().type());
    if (handling.size() == 1) {
      return deliver(delivery, handling.getFirst());
    }
    if (handling.isEmpty()) {
      throw RefusedException.invalid(
          "type", "must be one that is handled here, was " + delivery.event().type());
    }
    return Multi.createFrom()
        .iterable(handling)
        .onItem()
        .transformToUniAndConcatenate(function -> deliver(delivery, function))
        .collect()
        .asList()
        .map(replies -> replies.stream().flatMap(Optional::stream).findFirst());
  }

  /** Delivers {@code delivery} to {@code function} alone, whose type it must have. */
  @ActivateRequestContext
  Uni<Optional<CloudEvent<JsonNode>>> deliver(Delivery delivery, Function function) {
    CloudEvent<JsonNode> event = delivery.event();
    MDC.put(LOGGED_ID, event.id());
    List<Violation> violations = schemas.violations(event.type(), event.data());
    if (!violations.isEmpty()) {
      throw RefusedException.invalid(violations);
    }
    Object input = function.input(event.data());
    return function
        .call(input, delivery.isEvent() ? event : null)
        .map(
            answer ->
                Optional.ofNullable(answer).map(given -> followOns.of(event, function, given)))
        .call(reply -> reply.map(publisher.get()::publish).orElse(Uni.createFrom().voidItem()));
  }

  /** Returns the names of the functions of this process that handle events of {@code type}. */
  public List<String> handling(String type) {
    return functions.handling(type).stream().map(Function::name).toList();
  }

  /**
   * Delivers an event that did not come over HTTP, on a worker thread. Emits why it was refused, or
   * empty if it was not; fails if it should be delivered again.
   */
  public Uni<Optional<String>> deliver(CloudEvent<JsonNode> event) {
    return judged(() -> deliver(new Delivery(event, true)));
  }

  /** Delivers an event as {@link #deliver(CloudEvent)} does, to the function called so alone. */
  public Uni<Optional<String>> deliver(CloudEvent<JsonNode> event, String function) {
    return judged(
        () -> deliver(new Delivery(event, true), functions.named(function).orElseThrow()));
  }

  private static Uni<Optional<String>> judged(Supplier<Uni<?>> delivery) {
    return Uni.createFrom()
        .deferred(delivery::get)
        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
        .map(reply -> Optional.<String>empty())
        .onFailure()
        .recoverWithUni(
            failure ->
                Failures.refusal(failure)
                    .map(reason -> Uni.createFrom().item(Optional.of(reason)))
                    .orElseGet(() -> Uni.createFrom().failure(failure)));
  }
}
