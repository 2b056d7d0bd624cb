package io.lorecast.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.lorecast.encoding.text.TextWindows;
import io.lorecast.encoding.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The limit: runs of the default model in ONNX Runtime and nothing else. Tokens and tensors are
 * made beforehand, and nobody reads the results. One thread, as the product's runs have.
 */
final class BareLoop implements AutoCloseable {

  static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final int MAX_TOKENS = 256;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final Path model = Files.createTempFile("lorecast-bench", ".onnx");
  private final OrtSession session;
  private final TextWindows windows;

  BareLoop() throws IOException, OrtException {
    try (InputStream stream = resource(MODEL)) {
      Files.copy(stream, model, StandardCopyOption.REPLACE_EXISTING);
    }
    session = session();
    try (InputStream stream = resource(TOKENIZER)) {
      windows = new TextWindows(Tokenizer.read(stream), "", MAX_TOKENS);
    }
  }

  static InputStream resource(String name) {
    return Objects.requireNonNull(BareLoop.class.getResourceAsStream(name), name);
  }

  /** Returns another session of the model, with the settings of the product's. */
  OrtSession session() throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setMemoryPatternOptimization(false);
      return environment.createSession(model.toString(), options);
    }
  }

  /** Returns what a text is to the model: windows of token ids, shape [n] each. */
  List<int[]> windows(String text) {
    return windows.of(text);
  }

  /** Returns a run of {@code sequences} at once, all of the same length. */
  EncodeContender.Call run(List<int[]> sequences) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    for (String name : session.getInputNames()) {
      List<Long> values = new ArrayList<>();
      for (int[] ids : sequences) {
        for (int id : ids) {
          values.add(name.equals("input_ids") ? id : name.equals("attention_mask") ? 1L : 0L);
        }
      }
      LongBuffer buffer = LongBuffer.wrap(values.stream().mapToLong(Long::longValue).toArray());
      long[] shape = {sequences.size(), sequences.getFirst().length};
      inputs.put(name, OnnxTensor.createTensor(environment, buffer, shape));
    }
    return () -> session.run(inputs).close();
  }

  @Override
  public void close() throws OrtException, IOException {
    session.close();
    Files.delete(model);
  }
}
