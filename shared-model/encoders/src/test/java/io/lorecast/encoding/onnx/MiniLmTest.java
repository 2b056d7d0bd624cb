package io.lorecast.encoding.onnx;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncodingException;
import io.lorecast.encoding.ViewFusion;
import io.lorecast.encoding.text.SampleTexts;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real model, in ONNX Runtime. */
class MiniLmTest {

  private static final String[] NUMBERS = {"one", "two", "three", "four", "five", "six", "seven"};

  @TempDir private static Path folder;
  private static Encoder encoder;

  @BeforeAll
  static void open() {
    encoder = TextEncoders.miniLm(EncoderSettings.defaults().withCacheFolder(folder));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void vectorsHaveTheDimensionOfTheModelAndLengthOne() {
    for (String text : SampleTexts.ALL) {
      float[] vector = encoder.encode(text).toArray();

      assertThat(vector).hasSize(encoder.dimension()).hasSize(384);
      assertThat(VectorMath.dot(vector, vector)).isCloseTo(1f, within(1e-5f));
    }
  }

  @Test
  void whatMeansTheSameLiesCloserThanWhatSharesItsWords() {
    Embedding sea = encoder.encode("A sailor hunts a great whale across the ocean.");

    assertThat(cosine(sea, encoder.encode("A captain chases a giant sea creature.")))
        .isGreaterThan(cosine(sea, encoder.encode("A great tailor across the street.")) + .2f);
  }

  @Test
  void nothingOfALongTextIsLeftOut() {
    String beginning = "word ".repeat(254);

    Embedding plain = encoder.encode(beginning.repeat(4));
    Embedding ending = encoder.encode(beginning.repeat(4) + "The whale sank the ship.");

    assertThat(ending).isNotEqualTo(plain);
    assertThat(cosine(ending, encoder.encode("A whale and a ship.")))
        .isGreaterThan(cosine(plain, encoder.encode("A whale and a ship.")));
  }

  @Test
  void aLongTextIsTheMeanDirectionOfItsWindows() {
    // 254 tokens fit a window, 31 are shared: 400 tokens are two windows, from 0 and from 146.
    String text = IntStream.range(0, 400).mapToObj(i -> NUMBERS[i % 7]).collect(joining(" "));
    String[] words = text.split(" ");

    Embedding first = encoder.encode(String.join(" ", Arrays.copyOfRange(words, 0, 254)));
    Embedding second = encoder.encode(String.join(" ", Arrays.copyOfRange(words, 146, 400)));

    assertThat(encoder.encode(text)).isEqualTo(ViewFusion.mean(List.of(first, second)));
  }

  @Test
  void aTextOfNothingHasAVectorOfItsOwn() {
    assertThat(encoder.encode("")).isEqualTo(encoder.encode(" \t\n"));
    assertThat(cosine(encoder.encode(""), encoder.encode("A whale and a ship."))).isLessThan(.5f);
  }

  @Test
  void allAtOnceAreTheSameAsOneByOne() {
    assertThat(encoder.encodeAll(SampleTexts.ALL))
        .isEqualTo(SampleTexts.ALL.stream().map(encoder::encode).toList());
  }

  @Test
  void aQueryIsReadLikeAnyText() {
    assertThat(encoder.encodeQuery("whales")).isEqualTo(encoder.encode("whales"));
  }

  @Test
  void textsEncodedAtTheSameTimeHaveTheBitsOfTextsEncodedAlone() throws Exception {
    List<Embedding> alone = SampleTexts.ALL.stream().map(encoder::encode).toList();

    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      List<Future<Embedding>> together =
          IntStream.range(0, 4 * alone.size())
              .mapToObj(i -> workers.submit(() -> encoder.encode(text(i))))
              .toList();

      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % alone.size()));
      }
    }
  }

  @Test
  void theVersionNamesModelPrecisionLengthPoolingPrefixesAndWindows() {
    assertThat(encoder.version()).matches("minilm-int8-[0-9a-f]{12}-int8-256-mean-plain-overlap31");
  }

  @Test
  void aClosedEncoderSaysSoAndCanBeClosedAgain() {
    Encoder closed = miniLm(16);

    closed.close();
    closed.close();

    assertThatThrownBy(() -> closed.encode("too late"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the encoder is closed");
  }

  @Test
  void closingWaitsForWhatIsRunning() throws Exception {
    Encoder shared = miniLm(256);
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running =
          IntStream.range(0, 16)
              .<Future<?>>mapToObj(i -> workers.submit(() -> shared.encode("word ".repeat(250))))
              .toList();
      running.get(0).get();

      shared.close();

      // Each was done before, or refused after; none ran on a session that was gone.
      for (Future<?> run : running) {
        assertThat(outcome(run)).isIn("done", "the encoder is closed");
      }
    }
  }

  @Test
  void moreTokensThanTheModelHasPlacesForAreRefusedAtTheStart() {
    assertThatThrownBy(() -> miniLm(513)).isInstanceOf(EncodingException.class);
  }

  private static String outcome(Future<?> run) throws InterruptedException {
    try {
      run.get();
      return "done";
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause().getMessage());
    }
  }

  private static String text(int i) {
    return SampleTexts.ALL.get(i % SampleTexts.ALL.size());
  }

  private static float cosine(Embedding a, Embedding b) {
    return VectorMath.cosine(a.toArray(), b.toArray());
  }

  private static Encoder miniLm(int maxTokens) {
    return TextEncoders.open(
        "minilm-int8",
        ModelOptions.ofMaxTokens(maxTokens),
        EncoderSettings.defaults().withCacheFolder(folder));
  }
}
