package io.lorecast.bindings.lambda;

import static io.lorecast.bindings.lambda.Invocations.base64;
import static io.lorecast.bindings.lambda.Invocations.feedback;
import static io.lorecast.bindings.lambda.Invocations.handle;
import static io.lorecast.bindings.lambda.Invocations.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of API Gateway are answered as any other request over HTTP. */
@QuarkusTest
class ApiGatewayTest {

  @Inject LambdaHandler handler;

  @Test
  void plainJsonAtThePathOfAFunctionIsAnsweredByPlainJson() throws IOException {
    JsonNode response = handle(handler, read("api-gateway"));

    assertThat(response.path("statusCode").asInt()).isEqualTo(200);
    assertThat(response.path("headers").path("content-type").asText())
        .isEqualTo("application/json");
    assertThat(response.path("body").asText()).contains("\"feedbackId\":\"f-http\"");
  }

  @Test
  void aCloudEventInBase64BehindANamedStageIsAnsweredByACloudEvent() throws IOException {
    ObjectNode request = (ObjectNode) read("api-gateway");
    request.put("rawPath", "/live/");
    ((ObjectNode) request.path("requestContext")).put("stage", "live");
    ((ObjectNode) request.path("headers")).put("content-type", "application/cloudevents+json");
    request.put("body", base64(feedback("reader", "f-1", "view"))).put("isBase64Encoded", true);

    JsonNode response = handle(handler, request);

    assertThat(response.path("statusCode").asInt()).isEqualTo(200);
    assertThat(response.path("body").asText()).contains("io.lorecast.profile-updated.v1");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /feedback, text/plain,       415",
    "GET,  /feedback, application/json, 405",
    "POST, /nowhere,  application/json, 404",
    "POST, /,         application/json, 400",
  })
  void whatCannotBeAnsweredIsAProblem(String method, String path, String type, int status)
      throws IOException {
    ObjectNode request = (ObjectNode) read("api-gateway");
    request.put("rawPath", path);
    ((ObjectNode) request.path("headers")).put("content-type", type);
    ((ObjectNode) request.path("requestContext").path("http")).put("method", method);

    JsonNode response = handle(handler, request);

    assertThat(response.path("statusCode").asInt()).isEqualTo(status);
    assertThat(response.path("headers").path("content-type").asText())
        .isEqualTo("application/problem+json");
  }
}
