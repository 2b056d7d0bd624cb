package io.lorecast.bindings;

import java.util.List;
import java.util.Map;

/**
 * A request over HTTP, whoever took it.
 *
 * @param method for example {@code POST}
 * @param path {@code /}, or that of a function
 * @param headers names in any case; a name may occur more than once
 */
public record HttpRequest(
    String method, String path, List<Map.Entry<String, String>> headers, byte[] body) {

  /** Returns the first value of {@code header}, or the empty string. */
  String first(String header) {
    return headers.stream()
        .filter(each -> each.getKey().equalsIgnoreCase(header))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
