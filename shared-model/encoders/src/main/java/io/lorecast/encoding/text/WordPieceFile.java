package io.lorecast.encoding.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Vocabulary and settings of a word piece tokenizer, as the {@code tokenizer.json} that a model is
 * published with has them.
 *
 * @param vocabulary id by piece
 * @param continuation what stands before a piece that does not begin its word, for example {@code
 *     ##}
 * @param longestWord in characters; a longer word is unknown
 * @param unknownId stands for a word without known pieces
 */
record WordPieceFile(
    Map<String, Integer> vocabulary,
    BertNormalizer normalizer,
    String continuation,
    int longestWord,
    int unknownId,
    ControlTokens control) {

  WordPieceFile {
    vocabulary = Map.copyOf(vocabulary);
  }

  /**
   * Reads a {@code tokenizer.json}.
   *
   * @throws IOException if it is no BERT word piece tokenizer
   */
  static WordPieceFile of(JsonNode root) throws IOException {
    JsonNode model = root.path("model");
    requireType(root.path("normalizer"), "BertNormalizer");
    requireType(root.path("pre_tokenizer"), "BertPreTokenizer");
    Map<String, Integer> vocabulary = new HashMap<>();
    model.path("vocab").forEachEntry((piece, id) -> vocabulary.put(piece, id.intValue()));
    return new WordPieceFile(
        vocabulary,
        normalizer(root.path("normalizer")),
        model.path("continuing_subword_prefix").asText("##"),
        model.path("max_input_chars_per_word").asInt(100),
        idOf(vocabulary, model.path("unk_token").asText("[UNK]")),
        ControlTokens.of(root));
  }

  private static BertNormalizer normalizer(JsonNode settings) {
    boolean lowerCase = settings.path("lowercase").asBoolean(true);
    return new BertNormalizer(
        settings.path("clean_text").asBoolean(true),
        settings.path("handle_chinese_chars").asBoolean(true),
        // Null, as most files have it, means: as lower case does.
        settings.path("strip_accents").asBoolean(lowerCase),
        lowerCase);
  }

  private static void requireType(JsonNode part, String expected) throws IOException {
    if (!part.path("type").asText().equals(expected)) {
      throw new IOException("expected a " + expected + ", found " + part.path("type"));
    }
  }

  private static int idOf(Map<String, Integer> vocabulary, String token) throws IOException {
    Integer id = vocabulary.get(token);
    if (id == null) {
      throw new IOException("no " + token + " in the vocabulary");
    }
    return id;
  }
}
