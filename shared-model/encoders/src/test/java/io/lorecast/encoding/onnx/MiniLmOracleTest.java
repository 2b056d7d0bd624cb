package io.lorecast.encoding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.text.SampleTexts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The vectors of another implementation, by the Rust tokenizer and its own pooling, over the same
 * model. It reads 128 tokens of a text, as its tokenizer file says, and so do we here; and it
 * refuses texts without a word.
 */
class MiniLmOracleTest {

  /**
   * Both run the same graph on the same ids, so the model's numbers are the same bits. They differ
   * by the order in which the mean and the length are summed: at most some units in the last place
   * (6e-8 at 1) of values that are mostly below .2.
   */
  private static final float TOLERANCE = 1e-6f;

  @TempDir private Path folder;

  @Test
  void vectorsAreTheOracles() {
    AllMiniLmL6V2QuantizedEmbeddingModel oracle = new AllMiniLmL6V2QuantizedEmbeddingModel();
    try (Encoder encoder = TextEncoders.miniLm(new EncoderSettings(128, 1, folder))) {
      for (String text : comparable()) {
        float[] expected = oracle.embed(text).content().vector();

        float[] vector = encoder.encode(text).toArray();

        assertThat(vector).as(text).hasSameSizeAs(expected);
        for (int d = 0; d < vector.length; d++) {
          assertThat(Math.abs(vector[d] - expected[d])).as(text).isLessThanOrEqualTo(TOLERANCE);
        }
      }
    }
  }

  private static List<String> comparable() {
    return SampleTexts.ALL.stream()
        .filter(text -> text.codePoints().anyMatch(Character::isLetter))
        .toList();
  }
}
