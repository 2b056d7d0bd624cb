package io.lorecast.store;

/** A store cannot answer, or holds nonsense. What was asked is still to be done: try again. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates a failure.
   *
   * @param doing what was being done, for example {@code reading the history of a user}
   */
  public StoreException(String doing, Throwable cause) {
    super(doing + ": " + cause.getMessage(), cause);
  }
}
