package io.lorecast.encoding.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.lorecast.vector.Embedding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A BERT model in ONNX Runtime, one text a run. Thread-safe, except that nothing may run while it
 * is closed.
 *
 * <p>One text a run, because an int8 model scales each activation by the extremes of its whole
 * batch: the same text beside others gets other numbers. On a CPU a batch saves no time either.
 */
final class OnnxSession implements AutoCloseable {

  private static final String TOKEN_IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String SEGMENTS = "token_type_ids";

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /** Opens the model at {@code path}; a run uses {@code threads}. */
  OnnxSession(Path path, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // A thread that spins while it waits takes a core from the runs beside it.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      // Texts differ in length, so a plan made for one length serves no other.
      options.setMemoryPatternOptimization(false);
      session = environment.createSession(path.toString(), options);
    }
  }

  /** Returns the pooled vector of a text of {@code ids}, shape [d], of length 1. */
  Embedding run(int[] ids) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, tensor(name, ids));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return pooled((OnnxTensor) result.get(0), ids.length);
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static Embedding pooled(OnnxTensor tokens, int n) {
    long[] shape = tokens.getInfo().getShape();
    return MeanPooling.pool(tokens.getFloatBuffer(), n, (int) shape[shape.length - 1]);
  }

  private OnnxTensor tensor(String name, int[] ids) throws OrtException {
    LongBuffer values =
        ByteBuffer.allocateDirect(ids.length * Long.BYTES)
            .order(ByteOrder.nativeOrder())
            .asLongBuffer();
    for (int position = 0; position < ids.length; position++) {
      values.put(
          position,
          switch (name) {
            case TOKEN_IDS -> ids[position];
            case MASK -> 1;
            case SEGMENTS -> 0;
            default -> throw new OrtException("the model wants an input we do not know: " + name);
          });
    }
    return OnnxTensor.createTensor(environment, values, new long[] {1, ids.length});
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
