package io.lorecast.knowledge.chat;

/** Whose protocol a language model is asked by. */
public enum Provider {
  /** The chat completions of OpenAI, which most servers speak. */
  OPENAI,
  OLLAMA,
  BEDROCK
}
