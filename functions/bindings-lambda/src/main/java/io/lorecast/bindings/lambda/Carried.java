package io.lorecast.bindings.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.bindings.Lanes;
import io.lorecast.bindings.aws.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A record of a batch, with the event it carries.
 *
 * @param id by which the service knows the record
 * @param lane what it shares with records that are to be handled in order
 * @param ordered whether the service promises that order: what follows a failed record of its lane
 *     must then wait for it
 * @param event in structured mode, as far as it can be read
 */
record Carried(String id, String lane, boolean ordered, JsonNode event) {

  /**
   * Returns what {@code record} carries.
   *
   * @throws IllegalArgumentException if it comes from a service that is not known here
   */
  static Carried of(JsonNode record) {
    String source = record.path("eventSource").asText(record.path("EventSource").asText());
    return switch (source) {
      case "aws:sqs" -> sqs(record);
      case "aws:sns" -> {
        JsonNode message = record.path("Sns");
        String id = message.path("MessageId").asText();
        yield byEvent(id, Envelope.open(message.path("Message").asText()));
      }
      case "aws:kinesis" -> {
        JsonNode data = record.path("kinesis");
        yield new Carried(
            data.path("sequenceNumber").asText(),
            data.path("partitionKey").asText(),
            true,
            Envelope.open(decoded(data.path("data").asText())));
      }
      case "aws:dynamodb" -> {
        JsonNode change = record.path("dynamodb");
        yield new Carried(
            change.path("SequenceNumber").asText(),
            change.path("Keys").toString(),
            true,
            Envelope.open(change.path("NewImage").path("event").path("S").asText()));
      }
      default ->
          throw new IllegalArgumentException(
              "eventSource must be aws:sqs, aws:sns, aws:kinesis or aws:dynamodb, was " + source);
    };
  }

  /** Returns whether it says that something is gone, as a stream of changes does: no event. */
  static boolean isRemoval(JsonNode record) {
    return record.path("eventName").asText().equals("REMOVE");
  }

  private static Carried sqs(JsonNode record) {
    String id = record.path("messageId").asText();
    JsonNode event = Envelope.open(record.path("body").asText());
    JsonNode group = record.path("attributes").path("MessageGroupId");
    return group.isTextual() ? new Carried(id, group.asText(), true, event) : byEvent(id, event);
  }

  /** No order is promised, but that of a batch is kept as any other batch's is. */
  private static Carried byEvent(String id, JsonNode event) {
    return new Carried(id, Lanes.of(event, id), false, event);
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
