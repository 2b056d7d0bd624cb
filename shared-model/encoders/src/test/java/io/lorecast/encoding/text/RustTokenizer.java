package io.lorecast.encoding.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** The tokenizer that the model was published with, without its padding; the oracle. */
final class RustTokenizer implements AutoCloseable {

  private final HuggingFaceTokenizer tokenizer;

  RustTokenizer(int maxTokens) throws IOException {
    try (InputStream file = MiniLmFile.open()) {
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              file,
              Map.of(
                  "padding",
                  "false",
                  "truncation",
                  "true",
                  "maxLength",
                  String.valueOf(maxTokens)));
    }
  }

  int[] tokenIds(String text) {
    return Arrays.stream(tokenizer.encode(text).getIds()).mapToInt(Math::toIntExact).toArray();
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  /** Where the tokenizer.json of MiniLM lies. */
  static final class MiniLmFile {

    private MiniLmFile() {}

    static InputStream open() {
      return Objects.requireNonNull(
          RustTokenizer.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json"));
    }
  }
}
