package io.lorecast.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A model that can be fetched.
 *
 * @param hashes SHA-256 of each of its files, 64 hexadecimal digits
 */
record Model(
    String name, String description, String licence, Map<String, String> hashes, Origin origin) {

  Model {
    hashes = Map.copyOf(hashes);
  }

  /** Where a model's files come from. */
  @FunctionalInterface
  interface Origin {

    /**
     * Writes the model's files into {@code folder}.
     *
     * @param folder empty
     * @throws ModelException if what it takes is not there or not what it should be
     */
    void fetch(Path folder, Progress progress) throws IOException;
  }
}
