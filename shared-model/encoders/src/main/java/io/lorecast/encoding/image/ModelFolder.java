package io.lorecast.encoding.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The files of an image model.
 *
 * @param name the folder's
 * @param hash the first 12 hexadecimal digits of the model's SHA-256
 * @param labels of its classes, in order; empty if it names none
 */
record ModelFolder(
    String name, Path model, String hash, Preprocessing preprocessing, List<String> labels) {

  private static final int HASH_DIGITS = 12;

  /**
   * Reads {@code folder}: {@code model.onnx}, {@code preprocessor_config.json} and, for classes,
   * {@code id2label} of {@code config.json}.
   *
   * @throws IOException if a file is missing or wants what is not done here
   */
  static ModelFolder read(Path folder) throws IOException {
    Path model = folder.resolve("model.onnx");
    return new ModelFolder(
        String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
        model,
        hash(model),
        PreprocessorFile.read(folder.resolve("preprocessor_config.json")),
        labels(folder.resolve("config.json")));
  }

  private static List<String> labels(Path configuration) throws IOException {
    if (!Files.exists(configuration)) {
      return List.of();
    }
    JsonNode labels = new ObjectMapper().readTree(configuration.toFile()).path("id2label");
    return IntStream.range(0, labels.size())
        .mapToObj(i -> label(labels, i))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> label(JsonNode labels, int i) {
    return Optional.ofNullable(labels.get(Integer.toString(i))).map(JsonNode::asText);
  }

  private static String hash(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file);
        DigestInputStream digested = new DigestInputStream(stream, Sha256.digest())) {
      digested.transferTo(OutputStream.nullOutputStream());
      byte[] hash = digested.getMessageDigest().digest();
      return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
    }
  }
}
