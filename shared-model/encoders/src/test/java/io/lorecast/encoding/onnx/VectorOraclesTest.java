package io.lorecast.encoding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.text.RustTokenizer;
import io.lorecast.encoding.text.SampleTexts;
import io.lorecast.encoding.text.TextWindows;
import io.lorecast.encoding.text.Tokenizer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every preset against two other implementations over the same model: the published tokenizer with
 * bare ONNX Runtime, and langchain4j.
 */
class VectorOraclesTest {

  /**
   * All run the same graph on the same ids, also in 8 bits. They differ by the order in which the
   * mean and the length are summed, and by the runtime's choice of kernels.
   */
  private static final double TOLERANCE = 1e-4;

  @TempDir private static Path folder;

  @ParameterizedTest
  @CsvSource({
    "MINILM_INT8, 1100",
    "MINILM_FP32, 1100",
    "BGE_SMALL_ZH, 300",
    "BGE_SMALL_EN, 90",
    "BGE_SMALL_EN_Q, 90",
    "E5_SMALL_V2, 90"
  })
  void vectorsAreTheOracles(Preset preset, int count) throws Exception {
    EncoderSettings settings = EncoderSettings.defaults().withCacheFolder(folder);
    LocatedModel model = LocatedModel.find(preset.label(), settings);
    String prefix = preset.options().documentPrefix().orElseThrow();
    Pooling pooling = preset.options().pooling().orElseThrow();
    int maxTokens = preset.options().maxTokens().orElseThrow();
    EmbeddingModel langchain4j = langchain4j(model, pooling);
    int compared = 0;

    try (Encoder encoder = TextEncoders.open(preset.label(), ModelOptions.NONE, settings);
        BareRuntime bare = new BareRuntime(model.model(), pooling);
        RustTokenizer published = RustTokenizer.ofResource(preset.tokenizer())) {
      TextWindows windows = new TextWindows(tokenizer(model), prefix, maxTokens);
      for (String text : SampleTexts.many(count)) {
        float[] vector = encoder.encode(text).toArray();
        List<int[]> read = windows.of(text);
        int[] whole = published.tokenIds(prefix + text);

        if (whole.length + 2 <= maxTokens) {
          assertThat(read).as(text).hasSize(1);
          int[] only = read.getFirst();
          assertThat(Arrays.copyOfRange(only, 1, only.length - 1)).as(text).isEqualTo(whole);
        }
        assertClose(vector, bare.encode(read), text);
        // langchain4j cuts MiniLM's texts at 128 tokens, and refuses those without a word.
        if (whole.length <= 126 && text.codePoints().anyMatch(Character::isLetter)) {
          assertClose(vector, langchain4j.embed(prefix + text).content().vector(), text);
          compared++;
        }
      }
    }

    assertThat(compared).isGreaterThan(count * 9 / 10 - 40);
  }

  private static EmbeddingModel langchain4j(LocatedModel model, Pooling pooling) throws Exception {
    Path tokenizer = folder.resolve(model.name() + ".json");
    try (InputStream stream = model.tokenizer().open()) {
      Files.write(tokenizer, stream.readAllBytes());
    }
    return new OnnxEmbeddingModel(
        model.model(), tokenizer, PoolingMode.valueOf(pooling.name()), Runnable::run);
  }

  private static Tokenizer tokenizer(LocatedModel model) throws Exception {
    try (InputStream stream = model.tokenizer().open()) {
      return Tokenizer.read(stream);
    }
  }

  private static void assertClose(float[] vector, float[] expected, String text) {
    double[] wide = new double[expected.length];
    for (int d = 0; d < wide.length; d++) {
      wide[d] = expected[d];
    }
    assertClose(vector, wide, text);
  }

  private static void assertClose(float[] vector, double[] expected, String text) {
    assertThat(vector).as(text).hasSize(expected.length);
    double largest = 0;
    for (int d = 0; d < vector.length; d++) {
      largest = Math.max(largest, Math.abs(vector[d] - expected[d]));
    }
    assertThat(largest).as(text).isLessThanOrEqualTo(TOLERANCE);
  }
}
