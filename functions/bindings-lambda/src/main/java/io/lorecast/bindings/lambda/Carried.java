package io.lorecast.bindings.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.bindings.Lanes;
import io.lorecast.bindings.aws.DeadLetters.Tried;
import io.lorecast.bindings.aws.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A record of a batch, with the event it carries.
 *
 * @param id by which the service knows the record
 * @param lane what it shares with records that are to be handled in order
 * @param ordered whether the service promises that order: what follows a failed record of its lane
 *     must then wait for it
 * @param event in structured mode, as far as it can be read
 * @param message of a queue, if it is one that may be taken out of its order
 */
record Carried(String id, String lane, boolean ordered, JsonNode event, Optional<Tried> message) {

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
        JsonNode event = Envelope.open(message.path("Message").asText());
        yield new Carried(id, Lanes.of(event, id), false, event, Optional.empty());
      }
      case "aws:kinesis" -> {
        JsonNode data = record.path("kinesis");
        yield ordered(
            data.path("sequenceNumber").asText(),
            data.path("partitionKey").asText(),
            Envelope.open(decoded(data.path("data").asText())));
      }
      case "aws:dynamodb" -> {
        JsonNode change = record.path("dynamodb");
        yield ordered(
            change.path("SequenceNumber").asText(),
            change.path("Keys").toString(),
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
    String body = record.path("body").asText();
    JsonNode event = Envelope.open(body);
    JsonNode attributes = record.path("attributes");
    if (attributes.has("MessageGroupId")) {
      return ordered(id, attributes.path("MessageGroupId").asText(), event);
    }
    Tried message = new Tried(id, body, attributes.path("ApproximateReceiveCount").asInt());
    // No order is promised, but that of a batch is kept as any other batch's is.
    return new Carried(id, Lanes.of(event, id), false, event, Optional.of(message));
  }

  private static Carried ordered(String id, String lane, JsonNode event) {
    return new Carried(id, lane, true, event, Optional.empty());
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
