package io.lorecast.knowledge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import io.lorecast.knowledge.chat.ModelServer.Answer;
import io.lorecast.knowledge.chat.ModelServer.Asked;
import io.lorecast.knowledge.chat.Reply.End;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes to each provider, and what its answers come to, over HTTP. */
class ProtocolsTest {

  private static final String SCHEMA =
      """
      {"type":"object","properties":{"facts":{"type":"array","items":{"type":"string"}}},\
      "required":["facts"],"additionalProperties":false}\
      """;
  private static final Question QUESTION =
      new Question("Say what is stated.", "{\"name\":\"The keeper\"}", SCHEMA);
  private static final String FACTS = "{\"facts\":[\"a whale\"]}";

  private final ObjectMapper json = new ObjectMapper();
  private final ModelServer server = new ModelServer(0);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void openAiIsAskedWithAStrictSchemaAndTheDataInAMessageOfItsOwn() throws Exception {
    server.say(OpenAi.completion(FACTS, "stop"));

    Reply reply = ask(Provider.OPENAI, "/v1", Structure.SCHEMA);

    assertThat(reply).isEqualTo(new Reply(End.COMPLETE, FACTS, OptionalLong.of(120)));
    Asked asked = server.asked().getFirst();
    assertThat(asked.path()).isEqualTo("/v1/chat/completions");
    assertThat(asked.header("authorization")).isEqualTo("Bearer " + TestChat.KEY);
    assertThat(asked.body().path("model").asText()).isEqualTo("test-model");
    assertThat(asked.body().path("temperature").asDouble()).isEqualTo(.25);
    assertThat(asked.body().path("max_completion_tokens").asInt()).isEqualTo(500);
    assertMessages(asked.body().path("messages"));
    JsonNode format = asked.body().path("response_format");
    assertThat(format.path("type").asText()).isEqualTo("json_schema");
    assertThat(format.at("/json_schema/name").asText()).isEqualTo("facts");
    assertThat(format.at("/json_schema/strict").asBoolean()).isTrue();
    assertThat(format.at("/json_schema/schema")).isEqualTo(json.readTree(SCHEMA));
  }

  @Test
  void aModelWithoutSchemasIsHeldToJsonOrOnlyTold() {
    server.say(OpenAi.completion(FACTS, "stop"));

    ask(Provider.OPENAI, "/v1", Structure.JSON);
    ask(Provider.OPENAI, "/v1", Structure.NONE);

    assertThat(server.asked().getFirst().body().path("response_format").toString())
        .isEqualTo("{\"type\":\"json_object\"}");
    assertThat(server.asked().getLast().body().has("response_format")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"length,CUT_OFF", "content_filter,REFUSED", "stop,COMPLETE", "eos,COMPLETE"})
  void whyAnOpenAiModelStopsIsHeard(String reason, End end) {
    server.say(OpenAi.completion("{\"facts\":[\"a wh", reason));

    assertThat(ask(Provider.OPENAI, "/v1", Structure.SCHEMA).end()).isEqualTo(end);
  }

  @Test
  void aRefusalIsHeardInEachFormThatItHas() {
    server.say(OpenAi.refusal(), OpenAi.error(400, "invalid_request_error", "content_filter"));

    assertThat(ask(Provider.OPENAI, "/v1", Structure.SCHEMA).end()).isEqualTo(End.REFUSED);
    assertThat(ask(Provider.OPENAI, "/v1", Structure.SCHEMA).end()).isEqualTo(End.REFUSED);
  }

  @Test
  void ollamaIsAskedWithTheSchemaAsFormat() throws Exception {
    server.say(ollama(FACTS, "stop"));

    Reply reply = ask(Provider.OLLAMA, "", Structure.SCHEMA);

    assertThat(reply).isEqualTo(new Reply(End.COMPLETE, FACTS, OptionalLong.of(120)));
    Asked asked = server.asked().getFirst();
    assertThat(asked.path()).isEqualTo("/api/chat");
    assertThat(asked.body().path("model").asText()).isEqualTo("test-model");
    assertThat(asked.body().path("stream").asBoolean(true)).isFalse();
    assertThat(asked.body().path("format")).isEqualTo(json.readTree(SCHEMA));
    assertThat(asked.body().at("/options/num_predict").asInt()).isEqualTo(500);
    assertMessages(asked.body().path("messages"));
  }

  @Test
  void anOllamaAnswerThatWasCutOffIsHeardAsThat() {
    server.say(ollama("{\"facts\":[\"a wh", "length"));

    assertThat(ask(Provider.OLLAMA, "", Structure.SCHEMA).end()).isEqualTo(End.CUT_OFF);
  }

  @Test
  void anOllamaModelThatIsNotThereIsAFailure() {
    server.say(Answer.of(404, "{\"error\":\"model 'test-model' not found\"}"));

    assertThatThrownBy(() -> ask(Provider.OLLAMA, "", Structure.SCHEMA))
        .isInstanceOf(ModelNotFoundException.class)
        .hasRootCauseInstanceOf(HttpException.class);
  }

  @Test
  void bedrockIsAskedToConverseWithASignature() throws Exception {
    server.say(bedrock(FACTS, "end_turn"));

    Reply reply = ask(Provider.BEDROCK, "", Structure.SCHEMA);

    assertThat(reply).isEqualTo(new Reply(End.COMPLETE, FACTS, OptionalLong.of(120)));
    Asked asked = server.asked().getFirst();
    assertThat(asked.path()).isEqualTo("/model/test-model/converse");
    assertThat(asked.header("authorization"))
        .startsWith("AWS4-HMAC-SHA256")
        .contains("/test-region-1/bedrock/");
    assertThat(asked.body().at("/system/0/text").asText()).isEqualTo(QUESTION.instructions());
    assertThat(asked.body().at("/messages/0/role").asText()).isEqualTo("user");
    assertThat(asked.body().at("/messages/0/content/0/text").asText()).isEqualTo(QUESTION.data());
    assertThat(asked.body().at("/inferenceConfig/maxTokens").asInt()).isEqualTo(500);
    assertThat(
            json.readTree(
                asked.body().at("/outputConfig/textFormat/structure/jsonSchema/schema").asText()))
        .isEqualTo(json.readTree(SCHEMA));
  }

  @ParameterizedTest
  @CsvSource({
    "max_tokens,CUT_OFF",
    "content_filtered,REFUSED",
    "guardrail_intervened,REFUSED",
    "end_turn,COMPLETE"
  })
  void whyABedrockModelStopsIsHeard(String reason, End end) {
    server.say(bedrock("{\"facts\":[\"a wh", reason));

    assertThat(ask(Provider.BEDROCK, "", Structure.SCHEMA).end()).isEqualTo(end);
  }

  @Test
  void bedrockThatThrottlesIsAFailureAndNotAskedAgainByItsOwnClient() {
    server.say(
        Answer.of(429, "{\"message\":\"Too many requests\"}")
            .with("x-amzn-errortype", "ThrottlingException"));

    assertThatThrownBy(() -> ask(Provider.BEDROCK, "", Structure.SCHEMA))
        .isInstanceOf(RateLimitException.class);
    assertThat(server.asked()).hasSize(1);
  }

  private static void assertMessages(JsonNode messages) {
    assertThat(messages).hasSize(2);
    assertThat(messages.at("/0/role").asText()).isEqualTo("system");
    assertThat(messages.at("/0/content").asText()).isEqualTo(QUESTION.instructions());
    assertThat(messages.at("/1/role").asText()).isEqualTo("user");
    assertThat(messages.at("/1/content").asText()).isEqualTo(QUESTION.data());
  }

  private Reply ask(Provider provider, String path, Structure structure) {
    TestChat settings = TestChat.at(server.at(path)).with(structure);
    return new LanguageModel(ChatModels.of(provider, "test-model", settings), structure)
        .ask(QUESTION);
  }

  private Answer ollama(String content, String reason) {
    var body = json.createObjectNode();
    body.put("model", "test-model").put("created_at", "2026-03-04T05:06:07.123Z");
    body.putObject("message").put("role", "assistant").put("content", content);
    body.put("done_reason", reason).put("done", true);
    body.put("total_duration", 1_000_000).put("prompt_eval_count", 100).put("eval_count", 20);
    return Answer.of(200, body.toString());
  }

  private Answer bedrock(String content, String reason) {
    var body = json.createObjectNode();
    var message = body.putObject("output").putObject("message").put("role", "assistant");
    message.putArray("content").addObject().put("text", content);
    body.put("stopReason", reason);
    body.putObject("usage").put("inputTokens", 100).put("outputTokens", 20).put("totalTokens", 120);
    body.putObject("metrics").put("latencyMs", 7);
    return Answer.of(200, body.toString());
  }
}
