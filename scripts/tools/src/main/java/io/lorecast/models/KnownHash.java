package io.lorecast.models;

import io.lorecast.data.FileHash;
import java.io.IOException;
import java.nio.file.Path;

/** The hash by which a model's file is known. */
final class KnownHash {

  private KnownHash() {}

  /**
   * Requires {@code file} to be the one known.
   *
   * @throws ModelException if it has another hash
   */
  static void require(Path file, String hash) throws IOException {
    String found = FileHash.of(file);
    if (!found.equals(hash)) {
      throw new ModelException(
          "%s: expected SHA-256 %s, found %s".formatted(file.getFileName(), hash, found));
    }
  }
}
