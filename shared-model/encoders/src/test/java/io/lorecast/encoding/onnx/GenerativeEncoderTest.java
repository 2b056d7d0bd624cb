package io.lorecast.encoding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.text.BytePairTraining;
import io.lorecast.encoding.text.RustTokenizer;
import io.lorecast.encoding.text.SampleTexts;
import io.lorecast.vector.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a decoder in it, against the same sums written as loops. */
class GenerativeEncoderTest {

  private static final int PLACES = 48;
  private static final String TOKENIZER =
      BytePairTraining.train(SampleTexts.many(100), 200, false, false);
  private static final SmallDecoder DECODER = new SmallDecoder(457, PLACES);

  @TempDir private static Path folder;
  private static Encoder encoder;

  @BeforeAll
  static void open() throws IOException {
    Files.write(folder.resolve("model.onnx"), DECODER.toOnnx());
    Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
    Files.writeString(folder.resolve("config.json"), "{\"n_positions\": " + PLACES + "}");
    encoder =
        TextEncoders.openGenerative(
            folder.toString(), ModelOptions.NONE, EncoderSettings.defaults());
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void aNameHasTheStateOfItsLastToken() throws IOException {
    try (RustTokenizer published = RustTokenizer.of(TOKENIZER)) {
      int compared = 0;
      for (String text : SampleTexts.many(300)) {
        int[] ids = published.tokenIds(text);
        if (ids.length > 0 && ids.length <= PLACES) {
          assertClose(encoder.encode(text), DecoderLoops.lastState(DECODER, ids));
          compared++;
        }
      }
      assertThat(compared).isGreaterThan(150);
    }
  }

  @Test
  void anEmptyTextIsTheEndOfText() {
    assertClose(
        encoder.encode(""),
        DecoderLoops.lastState(DECODER, new int[] {BytePairTraining.END_OF_TEXT}));
  }

  @Test
  void aLongNameIsReadToItsEnd() {
    String beginning = "The Lighthouse Keeper and the Sea, ".repeat(20);

    assertThat(encoder.encode(beginning + "Part One"))
        .isNotEqualTo(encoder.encode(beginning + "Part Two"));
  }

  @Test
  void theVersionSaysHowItWasRead() {
    assertThat(encoder.dimension()).isEqualTo(SmallDecoder.WIDTH);
    assertThat(encoder.version()).matches(".*-[0-9a-f]{12}-fp32-48-last-plain-overlap6");
  }

  @Test
  void allAtOnceAreTheSameAsOneByOne() {
    List<String> texts = List.of("Sea", "", "The Lighthouse Keeper");

    assertThat(encoder.encodeAll(texts)).isEqualTo(texts.stream().map(encoder::encode).toList());
  }

  private static void assertClose(Embedding vector, double[] expected) {
    assertThat(vector.dimension()).isEqualTo(expected.length);
    for (int d = 0; d < expected.length; d++) {
      assertThat((double) vector.get(d)).isCloseTo(expected[d], within(1e-5));
    }
  }
}
