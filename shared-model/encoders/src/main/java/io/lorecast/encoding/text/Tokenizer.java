package io.lorecast.encoding.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;

/**
 * Splits a text into the numbers a model reads. Immutable and thread-safe.
 *
 * <p>A text is only ever text: unlike tokenizers that look for them, {@code "[SEP]"} in a
 * description is a bracket, a word and a bracket, so that nobody can write control tokens.
 */
public sealed interface Tokenizer permits WordPieceTokenizer, BytePairTokenizer {

  /** Returns the token ids of {@code text} alone, shape [n], n from 0, never cut. */
  int[] tokenIds(String text);

  /** Returns the control tokens around every text. */
  ControlTokens control();

  /**
   * Returns the tokenizer that a {@code tokenizer.json} describes; the stream is left open. The
   * file's own truncation and padding do not count.
   *
   * @throws IOException if it cannot be read, or is neither a BERT word piece tokenizer nor a byte
   *     level byte pair tokenizer
   */
  static Tokenizer read(InputStream stream) throws IOException {
    JsonNode file = new ObjectMapper().readTree(stream);
    return switch (file.path("model").path("type").asText()) {
      case "WordPiece" -> WordPieceTokenizer.of(WordPieceFile.of(file));
      case "BPE" -> BytePairTokenizer.of(BytePairFile.of(file));
      default ->
          throw new IOException(
              "expected a WordPiece or BPE tokenizer, found " + file.path("model").path("type"));
    };
  }
}
