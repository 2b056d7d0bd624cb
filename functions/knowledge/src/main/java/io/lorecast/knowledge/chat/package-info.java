/**
 * Asks a language model behind an OpenAI-compatible endpoint, Ollama or Amazon Bedrock, through
 * LangChain4j: {@link io.lorecast.knowledge.chat.GuardedModel} within a budget, with time limits,
 * repetitions and a circuit breaker. What is asked, and what an answer means, is left to {@code
 * io.lorecast.knowledge}.
 */
@NullMarked
package io.lorecast.knowledge.chat;

import org.jspecify.annotations.NullMarked;
