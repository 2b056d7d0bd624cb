package io.lorecast.bindings.lambda;

/** An event was not applied, for the reason that the message gives; it holds no data. */
final class NotAppliedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotAppliedException(String reason) {
    super(reason, null, false, false);
  }
}
