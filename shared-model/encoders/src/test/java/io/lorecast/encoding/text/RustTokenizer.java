package io.lorecast.encoding.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * The tokenizer that models are published with, without its padding and truncation; the oracle. Its
 * ids are without control tokens.
 */
public final class RustTokenizer implements AutoCloseable {

  private static final Map<String, String> WHOLE =
      Map.of("padding", "false", "truncation", "false", "addSpecialTokens", "false");

  private final HuggingFaceTokenizer tokenizer;

  private RustTokenizer(InputStream file) throws IOException {
    tokenizer = HuggingFaceTokenizer.newInstance(file, WHOLE);
  }

  public static RustTokenizer ofResource(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(RustTokenizer.class.getResourceAsStream(name), name)) {
      return new RustTokenizer(file);
    }
  }

  public static RustTokenizer of(String json) throws IOException {
    return new RustTokenizer(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  public int[] tokenIds(String text) {
    return Arrays.stream(tokenizer.encode(text, false, false).getIds())
        .mapToInt(Math::toIntExact)
        .toArray();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
