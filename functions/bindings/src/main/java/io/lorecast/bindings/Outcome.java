package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.knative.events.CloudEvent;
import java.util.Optional;

/**
 * What became of one event that was delivered.
 *
 * @param reply its follow-on event, if it was applied and has one
 * @param problem why it was not applied; empty if it was
 */
public record Outcome(Optional<CloudEvent<JsonNode>> reply, Optional<Problem> problem) {

  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  /** Returns the outcome of an event that was applied. */
  static Outcome applied(Optional<CloudEvent<JsonNode>> reply) {
    return new Outcome(reply, Optional.empty());
  }

  /** Returns the outcome of an event that was not applied. */
  static Outcome of(Throwable failure) {
    return new Outcome(Optional.empty(), Optional.of(Failures.problemOf(failure)));
  }

  /** Returns whether the event cannot be meant, so that delivering it again is of no use. */
  public boolean isRefused() {
    return problem.filter(found -> found.status() < SERVER_ERROR).isPresent();
  }

  /** Returns whether a store could not answer: the event is as good as any, and may come again. */
  public boolean isPostponed() {
    return problem.filter(found -> found.status() == UNAVAILABLE).isPresent();
  }

  /** Returns why the event was not applied, in words and without its data; empty if it was. */
  public Optional<String> reason() {
    return problem.map(found -> found.title() + ": " + found.detail());
  }
}
