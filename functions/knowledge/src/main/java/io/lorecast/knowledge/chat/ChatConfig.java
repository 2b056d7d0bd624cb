package io.lorecast.knowledge.chat;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which language model is asked, and how. */
public interface ChatConfig {

  /** Whose protocol it speaks; absent: no model is asked at all. */
  Optional<Provider> provider();

  /** What the provider calls the model. */
  Optional<String> model();

  /**
   * Where the model is: {@code https://api.openai.com/v1}, {@code http://localhost:11434} (Ollama)
   * or Bedrock's endpoint of the region if absent.
   */
  Optional<URI> url();

  /** What an OpenAI-compatible endpoint asks its callers for; belongs in the environment. */
  Optional<String> apiKey();

  /** Bedrock's region; what the environment says if absent. */
  Optional<String> region();

  /** How the model is held to the schema of its answer. */
  @WithDefault("schema")
  Structure structure();

  /** The model's own temperature if absent. */
  Optional<Double> temperature();

  /** At most how many tokens an answer may have. */
  @WithDefault("1000")
  int answerTokens();

  /** How long one call may take. */
  @WithDefault("PT60S")
  Duration timeout();

  /** How many times a call is repeated that failed or gave no use. */
  @WithDefault("2")
  int retries();

  /** The wait before the first repetition; it doubles with each, unless the model names another. */
  @WithDefault("PT1S")
  Duration retryWait();

  /** The longest wait before a repetition, whatever the model asks for. */
  @WithDefault("PT30S")
  Duration longestWait();

  /** How many calls of one process are under way at the same time; the others wait in line. */
  @WithDefault("4")
  int concurrency();

  Breaker breaker();

  /** When a model that fails is left alone. */
  interface Breaker {

    /** Of how many calls half must fail. */
    @WithDefault("10")
    int calls();

    /** For how long it is then not called. */
    @WithDefault("PT30S")
    Duration pause();
  }

  Budget budget();

  /** What may be spent on a day (UTC), by all processes of a tenant together. */
  interface Budget {

    /** At most how many calls, repetitions included. */
    @WithDefault("1000")
    long calls();

    /** At most how many tokens, read and written. */
    @WithDefault("2000000")
    long tokens();
  }
}
