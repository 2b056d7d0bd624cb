package io.lorecast.knowledge.chat;

import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.bedrock.BedrockChatRequestParameters;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.net.URI;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;

/** Makes the models of each provider; none of them repeats a call by itself. */
final class ChatModels {

  private static final URI OPENAI = URI.create("https://api.openai.com/v1");
  private static final URI OLLAMA = URI.create("http://localhost:11434");

  private ChatModels() {}

  /** Returns the model that {@code config} names. */
  static ChatModel of(Provider provider, String model, ChatConfig config) {
    return switch (provider) {
      case OPENAI -> openAi(model, config);
      case OLLAMA -> ollama(model, config);
      case BEDROCK -> bedrock(model, config);
    };
  }

  private static ChatModel openAi(String model, ChatConfig config) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(new BoundedHttpClient.Builder())
        .baseUrl(config.url().orElse(OPENAI).toString())
        .apiKey(config.apiKey().orElse(null))
        .modelName(model)
        .temperature(config.temperature().orElse(null))
        .maxCompletionTokens(config.answerTokens())
        .strictJsonSchema(true)
        .timeout(config.timeout())
        .maxRetries(0)
        .build();
  }

  private static ChatModel ollama(String model, ChatConfig config) {
    return OllamaChatModel.builder()
        .httpClientBuilder(new BoundedHttpClient.Builder())
        .baseUrl(config.url().orElse(OLLAMA).toString())
        .modelName(model)
        .temperature(config.temperature().orElse(null))
        .numPredict(config.answerTokens())
        .timeout(config.timeout())
        .maxRetries(0)
        .build();
  }

  private static ChatModel bedrock(String model, ChatConfig config) {
    BedrockRuntimeClientBuilder client =
        BedrockRuntimeClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(config.timeout()))
            .overrideConfiguration(
                overrides ->
                    overrides
                        .apiCallTimeout(config.timeout())
                        .retryStrategy(DefaultRetryStrategy.doNotRetry()));
    config.url().ifPresent(client::endpointOverride);
    config.region().map(Region::of).ifPresent(client::region);
    return BedrockChatModel.builder()
        .client(client.build())
        .modelId(model)
        .defaultRequestParameters(
            BedrockChatRequestParameters.builder()
                .modelName(model)
                .temperature(config.temperature().orElse(null))
                .maxOutputTokens(config.answerTokens())
                .build())
        .maxRetries(0)
        .build();
  }
}
