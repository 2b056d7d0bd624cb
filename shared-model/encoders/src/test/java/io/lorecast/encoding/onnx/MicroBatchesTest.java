package io.lorecast.encoding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.lorecast.encoding.EncodingException;
import io.lorecast.encoding.text.SampleTexts;
import io.lorecast.encoding.text.TextWindows;
import io.lorecast.encoding.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The full precision model on the CPU, in the batches a GPU would get. */
class MicroBatchesTest {

  private static final int MOST_PADDED = 300;

  @TempDir private static Path folder;
  private static OnnxSession session;
  private static List<int[]> sequences;

  /** Each batch that was run, as the lengths of its sequences. */
  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void open() throws IOException, OrtException {
    EncoderSettings settings = EncoderSettings.defaults().withCacheFolder(folder);
    LocatedModel model = LocatedModel.find("minilm-fp32", settings);
    try (InputStream stream = model.tokenizer().open()) {
      TextWindows windows = new TextWindows(Tokenizer.read(stream), "", 64);
      sequences = SampleTexts.many(60).stream().map(windows::of).map(List::getFirst).toList();
    }
    OpenSession opened = OpenSession.open(model, Precision.FP32, Pooling.MEAN, settings);
    session = new OnnxSession(opened.session(), Pooling.MEAN, 0);
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void manyCallersGetTheVectorsOfSingleRuns() throws Exception {
    List<float[]> single = new SingleRuns(session).run(sequences);

    CountDownLatch allWait = new CountDownLatch(1);
    List<FutureTask<List<float[]>>> running = new ArrayList<>();
    List<Thread> callers = new ArrayList<>();
    try (MicroBatches together = new MicroBatches(after(allWait, recorded()), MOST_PADDED)) {
      for (int[] ids : sequences) {
        FutureTask<List<float[]>> task = new FutureTask<>(() -> together.run(List.of(ids)));
        running.add(task);
        callers.add(Thread.ofPlatform().start(task));
      }
      // One that failed waits for nothing, and says so below.
      while (callers.stream()
          .anyMatch(caller -> caller.isAlive() && caller.getState() != Thread.State.WAITING)) {
        Thread.onSpinWait();
      }
      allWait.countDown();

      for (int i = 0; i < single.size(); i++) {
        assertThat(running.get(i).get().getFirst()).containsExactly(single.get(i), within(1e-5f));
      }
    }
    assertThat(batches).as("batches were made").hasSizeLessThan(sequences.size() / 2);
  }

  @Test
  void batchesAreSortedAndBounded() {
    try (MicroBatches together = new MicroBatches(recorded(), MOST_PADDED)) {
      together.run(sequences);
    }

    assertThat(batches.stream().flatMap(List::stream).toList()).isSorted().hasSize(60);
    assertThat(batches)
        .allSatisfy(b -> assertThat(b.size() * b.getLast()).isLessThanOrEqualTo(MOST_PADDED));
  }

  @Test
  void aSequenceLongerThanABatchRunsAlone() {
    try (MicroBatches together = new MicroBatches(recorded(), 2)) {
      together.run(List.of(new int[] {101, 1000, 102}, new int[] {101, 1001, 102}));
    }

    assertThat(batches).containsExactly(List.of(3), List.of(3));
  }

  @Test
  void whatTheModelCannotReadFailsForItsCaller() {
    int unknown = 1_000_000;
    try (MicroBatches together = new MicroBatches(recorded(), MOST_PADDED)) {
      assertThatThrownBy(() -> together.run(List.of(new int[] {unknown})))
          .isInstanceOf(EncodingException.class);

      assertThat(together.run(List.of(sequences.getFirst()))).hasSize(1);
    }
  }

  @Test
  void afterClosingItSaysSo() {
    MicroBatches closed = new MicroBatches(recorded(), MOST_PADDED);

    closed.close();
    closed.close();

    assertThatThrownBy(() -> closed.run(sequences))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the encoder is closed");
  }

  /** Returns a runner whose batches wait for {@code start}. */
  private static SequenceRunner after(CountDownLatch start, SequenceRunner runner) {
    return new SequenceRunner() {
      @Override
      public List<float[]> run(List<int[]> some) {
        try {
          start.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return runner.run(some);
      }

      @Override
      public void close() {
        runner.close();
      }
    };
  }

  /** Returns the session, which stays open for the other tests. */
  private SequenceRunner recorded() {
    return new SequenceRunner() {
      @Override
      public List<float[]> run(List<int[]> some) {
        batches.add(some.stream().map(ids -> ids.length).toList());
        return session.run(some);
      }

      @Override
      public void close() {}
    };
  }
}
