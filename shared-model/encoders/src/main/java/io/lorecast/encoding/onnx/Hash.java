package io.lorecast.encoding.onnx;

import io.lorecast.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, as 64 hexadecimal digits. */
final class Hash {

  private Hash() {}

  static String of(String text) {
    return Sha256.hex(text);
  }

  /** Returns the hash of what {@code source} holds, of any size. */
  static String of(ModelFile.Source source) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream stream = new DigestInputStream(source.open(), digest)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
