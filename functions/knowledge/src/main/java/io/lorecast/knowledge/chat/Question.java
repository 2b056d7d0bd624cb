package io.lorecast.knowledge.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a model is asked.
 *
 * @param instructions what it is told to do
 * @param data what it is given to do that with, in a message of its own: never instructions
 * @param schema what its answer must fit, a JSON schema
 */
public record Question(String instructions, String data, String schema) {

  /** Returns at most how many tokens it has: no token is shorter than a byte. */
  long mostTokens() {
    return (long) bytes(instructions).length + bytes(data).length + bytes(schema).length;
  }

  /** Returns a name of all that {@code model} is asked, 64 hexadecimal digits. */
  public String hash(String model) {
    return hash(List.of(model, instructions, data, schema));
  }

  /** Returns a name of the data alone. */
  public String dataHash() {
    return hash(List.of(data));
  }

  private static String hash(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(bytes(part));
        // A byte that UTF-8 never has, so that parts cannot run into each other.
        digest.update((byte) 0xFF);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
