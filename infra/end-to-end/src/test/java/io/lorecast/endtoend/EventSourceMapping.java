package io.lorecast.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * What Lambda does between a queue and a function, as the template's mapping says: batches, and
 * with ReportBatchItemFailures the deletion of all messages but the reported ones.
 */
final class EventSourceMapping {

  private final ObjectMapper json = new ObjectMapper();
  private final Queues queues;
  private final String queue;
  private final LambdaRuntime function;
  private final int batchSize;

  EventSourceMapping(Queues queues, String queue, LambdaRuntime function, JsonNode mapping) {
    if (!mapping.path("FunctionResponseTypes").toString().contains("ReportBatchItemFailures")) {
      throw new IllegalArgumentException("the mapping does not ask which messages failed");
    }
    this.queues = queues;
    this.queue = queue;
    this.function = function;
    this.batchSize = mapping.path("BatchSize").asInt();
  }

  /** Delivers one batch; returns the messages that were reported, empty if there were none. */
  List<Message> poll() throws IOException, InterruptedException {
    List<Message> messages = queues.receive(queue, batchSize);
    List<Message> failed = new ArrayList<>();
    if (messages.isEmpty()) {
      return failed;
    }
    List<String> reported =
        function
            .invoke(invocation(messages))
            .path("batchItemFailures")
            .findValuesAsText("itemIdentifier");
    for (Message message : messages) {
      if (reported.contains(message.messageId())) {
        failed.add(message);
        queues.release(queue, message);
      } else {
        queues.delete(queue, message);
      }
    }
    return failed;
  }

  private ObjectNode invocation(List<Message> messages) {
    ObjectNode invocation = json.createObjectNode();
    ArrayNode records = invocation.putArray("Records");
    for (Message message : messages) {
      records
          .addObject()
          .put("messageId", message.messageId())
          .put("receiptHandle", message.receiptHandle())
          .put("body", message.body())
          .put("eventSource", "aws:sqs")
          .putObject("attributes")
          .put(
              "ApproximateReceiveCount",
              message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
    }
    return invocation;
  }
}
