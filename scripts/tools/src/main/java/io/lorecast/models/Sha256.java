package io.lorecast.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which a file is known. */
final class Sha256 {

  private Sha256() {}

  /** Returns the SHA-256 of {@code file}, 64 hexadecimal digits. */
  static String of(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file);
        DigestInputStream digested =
            new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Requires {@code file} to be the one known.
   *
   * @throws ModelException if it has another hash
   */
  static void require(Path file, String hash) throws IOException {
    String found = of(file);
    if (!found.equals(hash)) {
      throw new ModelException(
          "%s: expected SHA-256 %s, found %s".formatted(file.getFileName(), hash, found));
    }
  }
}
