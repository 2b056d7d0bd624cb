package io.lorecast.itemadded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The sample events of the contract. */
final class Samples {

  private Samples() {}

  /** Returns the sample at {@code path}, for example {@code item-added/ordinary.json}. */
  static String read(String path) {
    try (InputStream file = Samples.class.getResourceAsStream("/samples/" + path)) {
      return new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
