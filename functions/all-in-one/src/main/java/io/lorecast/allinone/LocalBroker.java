package io.lorecast.allinone;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.bindings.EventDispatcher;
import io.lorecast.bindings.EventPublisher;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * The event bus of one process: what follows on an event goes to the function that handles it, as a
 * broker would carry it, through an in-memory channel. A sender is answered once all that follows
 * on its event is done, so nothing is lost when the process dies in between; but for what a
 * language model is asked, which takes too long to wait for.
 */
@Singleton
class LocalBroker implements EventPublisher {

  private static final int TRIES = 3;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** An event on its way to a function. */
  record Letter(CloudEvent<JsonNode> event, String function) {}

  private final MutinyEmitter<Letter> followOns;
  private final EventDispatcher dispatcher;
  private final DeadLetters deadLetters;

  /** The functions that take seconds for an event: no sender waits for them. */
  private final Set<String> unawaited;

  LocalBroker(
      @Channel("follow-ons") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Letter> followOns,
      EventDispatcher dispatcher,
      DeadLetters deadLetters,
      @ConfigProperty(name = "lorecast.all-in-one.unawaited") Set<String> unawaited) {
    this.followOns = followOns;
    this.dispatcher = dispatcher;
    this.deadLetters = deadLetters;
    this.unawaited = Set.copyOf(unawaited);
  }

  @Override
  public Uni<Void> publish(CloudEvent<JsonNode> event) {
    return Multi.createFrom()
        .iterable(dispatcher.handling(event.type()))
        .map(function -> new Letter(event, function))
        .onItem()
        .transformToUniAndMerge(this::send)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> send(Letter letter) {
    if (!unawaited.contains(letter.function())) {
      return followOns.send(letter);
    }
    delivery(letter)
        .subscribe()
        .with(
            reason -> reason.ifPresent(refused -> deadLetters.add(letter.event(), refused)),
            failure -> deadLetters.add(letter.event(), failure.toString()));
    return Uni.createFrom().voidItem();
  }

  /** Delivers a follow-on event; what is refused becomes a dead letter. */
  @Incoming("follow-ons")
  @Blocking(ordered = false)
  void deliver(Letter letter) {
    delivery(letter)
        .await()
        .indefinitely()
        .ifPresent(reason -> deadLetters.add(letter.event(), reason));
  }

  private Uni<Optional<String>> delivery(Letter letter) {
    return dispatcher
        .deliver(letter.event(), letter.function())
        .onFailure()
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .atMost(TRIES);
  }
}
