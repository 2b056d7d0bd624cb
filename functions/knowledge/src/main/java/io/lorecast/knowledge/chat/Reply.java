package io.lorecast.knowledge.chat;

import java.util.OptionalLong;

/**
 * What a model answers.
 *
 * @param end why it stopped
 * @param text its words; empty if it refused
 * @param tokens how many were read and written, if the provider says so
 */
public record Reply(End end, String text, OptionalLong tokens) {

  /** Why an answer ends. */
  public enum End {
    /** The model has said what it wanted to. */
    COMPLETE,
    /** The answer was too long for {@link ChatConfig#answerTokens}. */
    CUT_OFF,
    /** The model, or a filter before or behind it, does not want to answer. */
    REFUSED
  }
}
