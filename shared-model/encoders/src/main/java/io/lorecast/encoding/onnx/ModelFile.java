package io.lorecast.encoding.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A model that lies in the file system under the hash of its bytes. ONNX Runtime opens a path in
 * half the time it takes for bytes in memory.
 *
 * @param path where it lies
 * @param hash SHA-256 of its bytes, 64 hexadecimal digits
 */
record ModelFile(Path path, String hash) {

  /**
   * Unpacks {@code model} into {@code folder}, unless it lies there already. Safe when several
   * processes do it at once: a file is written aside and put in its place in one step. A file that
   * is there is only used if its bytes have the hash, whoever wrote it.
   *
   * @throws IOException if it cannot be read or written
   */
  static ModelFile unpack(InputStream model, Path folder) throws IOException {
    byte[] bytes = model.readAllBytes();
    String hash = hash(bytes);
    Path path = folder.resolve(hash + ".onnx");
    if (!Files.isRegularFile(path) || !hash.equals(hash(Files.readAllBytes(path)))) {
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, hash, ".part");
      try {
        Files.write(aside, bytes);
        Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
    }
    return new ModelFile(path, hash);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
