package io.lorecast.local;

/** A local server cannot be started; the message says why, with the end of its log. */
public final class LocalServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LocalServerException(String problem) {
    super(problem);
  }

  LocalServerException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
