package io.lorecast.knowledge.chat;

/** The model cannot answer now, or not as it is configured. What was asked is still to be asked. */
public final class ModelUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ModelUnavailableException(Throwable cause) {
    super("asking the language model: " + cause.getClass().getSimpleName(), cause);
  }
}
