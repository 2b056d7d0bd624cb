package io.lorecast.bindings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The samples of the events module, by name. */
final class Samples {

  private Samples() {}

  /** Returns the text of {@code samples/<name>.json}. */
  static String text(String name) {
    try (InputStream stream =
        Samples.class.getClassLoader().getResourceAsStream("samples/" + name + ".json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
