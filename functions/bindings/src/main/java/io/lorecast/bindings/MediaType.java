package io.lorecast.bindings;

import java.util.Locale;

/** The media types that decide how a request is read. */
final class MediaType {

  static final String JSON = "application/json";
  static final String EVENT = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";
  static final String PROBLEM = "application/problem+json";

  private MediaType() {}

  /** Returns whether {@code contentType} is JSON that is no event of its own. */
  static boolean isJson(String contentType) {
    String type = essence(contentType);
    return type.equals(JSON)
        || type.endsWith("+json") && !type.equals(EVENT) && !type.equals(BATCH);
  }

  /** Returns {@code contentType} without parameters, in lower case. */
  static String essence(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
