package io.lorecast.models;

import org.jspecify.annotations.Nullable;

/** A model cannot be fetched; the message says what to do. */
final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  ModelException(String message) {
    this(message, null);
  }
}
