package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.knative.events.CloudEvent;

/**
 * An event on its way to a function.
 *
 * @param event its attributes and data; of a plain call, attributes were made up
 * @param isEvent false for a plain call: the function is then given no {@code @Context CloudEvent}
 */
record Delivery(CloudEvent<JsonNode> event, boolean isEvent) {}
