package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Uni;

/**
 * Where the follow-on events of functions go, besides the reply.
 *
 * <p>By default nowhere: on Knative the HTTP reply is the follow-on event. A process that has no
 * bus around it produces a bean of its own.
 */
public interface EventPublisher {

  /**
   * Takes {@code event} over; the function's reply is sent once the result has been emitted, so an
   * event is not lost if the process dies in between. A failure makes the call fail, and the sender
   * deliver again. The same event may come again, with the same id.
   *
   * @param event complete: id, source, type and time are set, the data is as its schema says
   */
  Uni<Void> publish(CloudEvent<JsonNode> event);
}
