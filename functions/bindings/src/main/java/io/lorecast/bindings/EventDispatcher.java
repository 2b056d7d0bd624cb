package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
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
   * Delivers {@code delivery}; emits the function's reply, or empty if it has none. Call it on a
   * worker thread: a function may block until it returns its Uni.
   *
   * <p>Fails with {@link RefusedException} or the domain's InvalidEventException if the event
   * cannot be meant, and with whatever the function failed with otherwise.
   */
  @ActivateRequestContext
  Uni<Optional<CloudEvent<JsonNode>>> deliver(Delivery delivery) {
    CloudEvent<JsonNode> event = delivery.event();
    MDC.put(LOGGED_ID, event.id());
    Function function = functionFor(event.type());
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

  /** Returns whether a function of this process handles events of {@code type}. */
  public boolean handles(String type) {
    return functions.handling(type).isPresent();
  }

  /**
   * Delivers an event that did not come over HTTP, on a worker thread. Emits why it was refused, or
   * empty if it was not; fails if it should be delivered again.
   */
  public Uni<Optional<String>> deliver(CloudEvent<JsonNode> event) {
    return Uni.createFrom()
        .deferred(() -> deliver(new Delivery(event, true)))
        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
        .map(reply -> Optional.<String>empty())
        .onFailure()
        .recoverWithUni(
            failure ->
                Failures.refusal(failure)
                    .map(reason -> Uni.createFrom().item(Optional.of(reason)))
                    .orElseGet(() -> Uni.createFrom().failure(failure)));
  }

  private Function functionFor(String type) {
    return functions
        .handling(type)
        .orElseThrow(
            () ->
                RefusedException.invalid("type", "must be one that is handled here, was " + type));
  }
}
