package io.lorecast.encoding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.lorecast.encoding.text.SampleTexts;
import io.lorecast.encoding.text.TextWindows;
import io.lorecast.encoding.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is added to a model for a GPU, run on the CPU. */
class GraphPoolingTest {

  /** A token that would be seen in the vectors if padding were counted. */
  private static final int FILLER = 1;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"MEAN", "CLS"})
  void byHandWithPaddingAndWeightsOf16Bits(Pooling pooling) throws Exception {
    // Token 1 is (1, 0), token 2 is (0, 1). The sum of 2, 1, 1 is (2, 1), of length √5.
    Path model = TokenTable.write(folder, false, 0, 0, 1, 0, 0, 1);
    float root = (float) Math.sqrt(5);
    float[] first = pooling == Pooling.CLS ? new float[] {0, 1} : new float[] {2 / root, 1 / root};

    for (OnnxSession session : List.of(plain(model, pooling), pooled(model, pooling))) {
      try (session) {
        List<float[]> vectors = session.run(List.of(new int[] {2, 1, 1}, new int[] {2}));

        assertThat(vectors.get(0)).containsExactly(first, within(1e-6f));
        assertThat(vectors.get(1)).containsExactly(0, 1);
      }
    }
  }

  @Test
  void weightsBesideTheModelAreFound() throws Exception {
    Path model = TokenTable.write(folder, true, 0, 0, 1, 0, 0, 1);

    try (OnnxSession session = pooled(model, Pooling.MEAN)) {
      assertThat(session.run(List.of(new int[] {2})).getFirst()).containsExactly(0, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MEAN", "CLS"})
  void aRealModelGivesTheVectorsItGaveBefore(Pooling pooling) throws Exception {
    LocatedModel located =
        LocatedModel.find("minilm-fp32", EncoderSettings.defaults().withCacheFolder(folder));
    List<int[]> sequences = sequences(located);

    try (OnnxSession plain = plain(located.model(), pooling);
        OnnxSession pooled = pooled(located.model(), pooling)) {
      List<float[]> expected = plain.run(sequences);
      List<float[]> vectors = pooled.run(sequences);

      for (int i = 0; i < expected.size(); i++) {
        assertThat(vectors.get(i)).containsExactly(expected.get(i), within(1e-5f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MAX", "LAST"})
  void otherPoolingIsLeftToTheCpu(Pooling pooling) throws IOException {
    Path model = TokenTable.write(folder, false, 0, 0, 1, 0);

    try (Arena arena = Arena.ofConfined()) {
      assertThat(GraphPooling.of(model, pooling, arena)).isEmpty();
    }
  }

  private static List<int[]> sequences(LocatedModel model) throws IOException {
    try (InputStream stream = model.tokenizer().open()) {
      TextWindows windows = new TextWindows(Tokenizer.read(stream), "", 64);
      return SampleTexts.many(20).stream().map(windows::of).map(List::getFirst).toList();
    }
  }

  private static OnnxSession plain(Path model, Pooling pooling) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    return new OnnxSession(environment.createSession(model.toString()), pooling, FILLER);
  }

  private static OnnxSession pooled(Path model, Pooling pooling) throws IOException, OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        Arena arena = Arena.ofConfined()) {
      OrtSession session =
          OpenSession.pooled(model, GraphPooling.of(model, pooling, arena).orElseThrow(), options);
      assertThat(session.getOutputNames()).contains(GraphPooling.OUTPUT);
      return new OnnxSession(session, pooling, FILLER);
    }
  }
}
