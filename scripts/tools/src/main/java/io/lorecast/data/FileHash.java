package io.lorecast.data;

import io.lorecast.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** The hash by which a file is known. */
public final class FileHash {

  private FileHash() {}

  /** Returns the SHA-256 of {@code file}, 64 hexadecimal digits. */
  public static String of(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file);
        DigestInputStream digested = new DigestInputStream(stream, Sha256.digest())) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }
  }
}
