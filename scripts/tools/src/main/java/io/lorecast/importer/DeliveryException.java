package io.lorecast.importer;

/** The receiver cannot be reached, or answers no event; what is not yet sent can be sent later. */
final class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeliveryException(String message) {
    super(message);
  }
}
