package io.lorecast.encoding;

/** The encoder cannot run its model. */
public final class EncodingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates a failure.
   *
   * @param doing what was being done
   */
  public EncodingException(String doing, Throwable cause) {
    super(doing + ": " + cause.getMessage(), cause);
  }
}
