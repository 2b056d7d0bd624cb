package io.lorecast.bindings.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.bindings.EventInbox;
import io.lorecast.bindings.Outcome;
import io.lorecast.bindings.StructuredMode;
import io.lorecast.bindings.aws.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The one handler of every function: takes whatever invoked it apart, delivers what is inside, and
 * writes what that service wants to hear.
 *
 * <table>
 *   <caption>What may come, and what is answered</caption>
 *   <tr><td>records of SQS, Kinesis, a DynamoDB stream</td>
 *       <td>which of them to deliver again (ReportBatchItemFailures)</td></tr>
 *   <tr><td>records of SNS</td><td>nothing; fails if one of them was not applied</td></tr>
 *   <tr><td>API Gateway, payload 2.0</td><td>what {@code HttpEndpoint} answers</td></tr>
 *   <tr><td>an EventBridge envelope, a CloudEvent</td>
 *       <td>the follow-on event, if there is one; fails if it was not applied</td></tr>
 * </table>
 *
 * <p>A failure carries the reason in its message, which Lambda takes to the function's dead
 * letters.
 */
@Singleton
@Named(LambdaHandler.NAME)
public class LambdaHandler implements RequestStreamHandler {

  static final String NAME = "lorecast";

  private final ObjectMapper json;
  private final RecordBatch batch;
  private final ApiGateway gateway;
  private final EventInbox inbox;

  LambdaHandler(ObjectMapper json, RecordBatch batch, ApiGateway gateway, EventInbox inbox) {
    this.json = json;
    this.batch = batch;
    this.gateway = gateway;
    this.inbox = inbox;
  }

  /**
   * Handles one invocation.
   *
   * @throws IOException if the input is no JSON or the output cannot be written
   * @throws NotAppliedException if an event was not applied that only the whole invocation can
   *     bring again
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    json.writeValue(output, answer(json.readTree(input)).await().indefinitely());
  }

  private Uni<? extends JsonNode> answer(JsonNode invocation) {
    if (invocation.path("Records").isArray()) {
      return batch.deliver(invocation.path("Records"));
    }
    if (ApiGateway.isRequest(invocation)) {
      return gateway.answer(invocation);
    }
    return inbox.deliver(Envelope.open(invocation)).map(this::reply);
  }

  private JsonNode reply(Outcome outcome) {
    outcome
        .reason()
        .ifPresent(
            reason -> {
              throw new NotAppliedException(reason);
            });
    return outcome.reply().map(StructuredMode::of).orElseGet(json::createObjectNode);
  }
}
