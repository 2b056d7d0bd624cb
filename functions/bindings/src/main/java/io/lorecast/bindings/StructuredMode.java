package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.funqy.knative.events.CloudEvent;

/** Follow-on events as JSON, section 3 of the JSON event format of CloudEvents 1.0.2. */
public final class StructuredMode {

  private StructuredMode() {}

  /** Returns {@code event} whole, its data included. */
  public static ObjectNode of(CloudEvent<JsonNode> event) {
    ObjectNode whole = attributes(event);
    whole.put("datacontenttype", MediaType.JSON);
    whole.set("data", event.data());
    return whole;
  }

  /** Returns the attributes of {@code event} alone. */
  static ObjectNode attributes(CloudEvent<JsonNode> event) {
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    attributes.put("specversion", event.specVersion());
    attributes.put("id", event.id());
    attributes.put("source", event.source());
    attributes.put("type", event.type());
    if (event.subject() != null) {
      attributes.put("subject", event.subject());
    }
    attributes.put("time", event.time().toString());
    attributes.put("dataschema", event.dataSchema());
    return attributes;
  }
}
