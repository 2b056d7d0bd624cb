package io.lorecast.encoding.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the files that models are published with say of how they want to be read; each may be
 * absent.
 *
 * <ul>
 *   <li>{@code 1_Pooling/config.json}: the pooling
 *   <li>{@code sentence_bert_config.json}, {@code tokenizer_config.json}, {@code config.json}: the
 *       most tokens, the first that says it, but at most 512
 *   <li>{@code config_sentence_transformers.json}: the prefixes
 * </ul>
 */
final class SideFiles {

  /** Tokenizers that know no limit write a number like 1e30. */
  private static final long NO_LIMIT = 1_000_000;

  /** Attention costs the square of the tokens: more of them in one run only on request. */
  private static final int MOST_TOKENS = 512;

  private SideFiles() {}

  /**
   * Reads what is there in {@code folder}.
   *
   * @throws IOException if a file is there and cannot be read, or wants what we do not have
   */
  static ModelOptions read(Path folder) throws IOException {
    JsonNode prompts = json(folder, "config_sentence_transformers.json").path("prompts");
    return new ModelOptions(
        maxTokens(folder),
        pooling(json(folder, "1_Pooling/config.json")),
        text(prompts, "document", "passage"),
        text(prompts, "query"),
        Optional.empty());
  }

  private static OptionalInt maxTokens(Path folder) throws IOException {
    JsonNode config = json(folder, "config.json");
    List<JsonNode> sayings =
        List.of(
            json(folder, "sentence_bert_config.json").path("max_seq_length"),
            json(folder, "tokenizer_config.json").path("model_max_length"),
            config.path("max_position_embeddings"),
            config.path("n_positions"));
    return sayings.stream()
        .filter(saying -> saying.isNumber() && saying.asDouble() < NO_LIMIT)
        .mapToInt(saying -> Math.min(saying.intValue(), MOST_TOKENS))
        .findFirst();
  }

  private static Optional<Pooling> pooling(JsonNode config) throws IOException {
    List<String> modes = new ArrayList<>();
    config.forEachEntry(
        (key, value) -> {
          if (key.startsWith("pooling_mode_") && value.asBoolean()) {
            modes.add(key);
          }
        });
    return switch (modes.isEmpty() ? "" : String.join("+", modes)) {
      case "" -> Optional.empty();
      case "pooling_mode_mean_tokens" -> Optional.of(Pooling.MEAN);
      case "pooling_mode_cls_token" -> Optional.of(Pooling.CLS);
      case "pooling_mode_max_tokens" -> Optional.of(Pooling.MAX);
      case "pooling_mode_lasttoken" -> Optional.of(Pooling.LAST);
      default -> throw new IOException("a pooling we do not have: " + modes);
    };
  }

  private static Optional<String> text(JsonNode parent, String... names) {
    for (String name : names) {
      if (parent.path(name).isTextual()) {
        return Optional.of(parent.path(name).asText());
      }
    }
    return Optional.empty();
  }

  private static JsonNode json(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file)
        ? new ObjectMapper().readTree(file.toFile())
        : MissingNode.getInstance();
  }
}
