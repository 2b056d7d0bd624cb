package io.lorecast.allinone;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.bindings.EventDispatcher;
import io.lorecast.bindings.EventPublisher;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * The event bus of one process: what follows on an event goes to the function that handles it, as a
 * broker would carry it, through an in-memory channel. A sender is answered once all that follows
 * on its event is done, so nothing is lost when the process dies in between.
 */
@Singleton
class LocalBroker implements EventPublisher {

  private static final int TRIES = 3;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final MutinyEmitter<CloudEvent<JsonNode>> followOns;
  private final EventDispatcher dispatcher;
  private final DeadLetters deadLetters;

  LocalBroker(
      @Channel("follow-ons") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<CloudEvent<JsonNode>> followOns,
      EventDispatcher dispatcher,
      DeadLetters deadLetters) {
    this.followOns = followOns;
    this.dispatcher = dispatcher;
    this.deadLetters = deadLetters;
  }

  @Override
  public Uni<Void> publish(CloudEvent<JsonNode> event) {
    return dispatcher.handles(event.type()) ? followOns.send(event) : Uni.createFrom().voidItem();
  }

  /** Delivers a follow-on event; what is refused becomes a dead letter. */
  @Incoming("follow-ons")
  @Blocking(ordered = false)
  void deliver(CloudEvent<JsonNode> event) {
    dispatcher
        .deliver(event)
        .onFailure()
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .atMost(TRIES)
        .await()
        .indefinitely()
        .ifPresent(reason -> deadLetters.add(event, reason));
  }
}
