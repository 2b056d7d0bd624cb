package io.lorecast.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256: FIPS 180-4. */
public final class Sha256 {

  /** How many bytes a hash has. */
  public static final int BYTES = 32;

  /** A byte that UTF-8 never has, so that parts cannot run into each other. */
  private static final byte END = (byte) 0xFF;

  private Sha256() {}

  /** Returns an empty digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Returns the hash of {@code content}. */
  public static byte[] of(byte[] content) {
    return digest().digest(content);
  }

  /** Returns the hash of {@code text} in UTF-8, 64 hexadecimal digits. */
  public static String hex(String text) {
    return hex(text, BYTES);
  }

  /** Returns the first {@code bytes} of the hash of {@code text} in UTF-8, in hexadecimal. */
  public static String hex(String text, int bytes) {
    return hex(text.getBytes(StandardCharsets.UTF_8), bytes);
  }

  /** Returns the first {@code bytes} of the hash of {@code content}, in hexadecimal. */
  public static String hex(byte[] content, int bytes) {
    return HexFormat.of().formatHex(of(content), 0, bytes);
  }

  /**
   * Returns the first {@code bytes} of the hash of {@code parts}, in this order, in hexadecimal.
   */
  public static String hexOfParts(int bytes, String... parts) {
    MessageDigest digest = digest();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update(END);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, bytes);
  }
}
