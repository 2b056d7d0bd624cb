package io.lorecast.knowledge.chat;

import io.lorecast.hash.Sha256;
import java.nio.charset.StandardCharsets;

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
    return Sha256.hexOfParts(Sha256.BYTES, model, instructions, data, schema);
  }

  /** Returns a name of the data alone. */
  public String dataHash() {
    return Sha256.hexOfParts(Sha256.BYTES, data);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
