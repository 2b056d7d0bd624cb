package io.lorecast.encoding.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;

/** Opens models. */
final class OrtSessions {

  private OrtSessions() {}

  /**
   * Opens the model at {@code path} on the CPU.
   *
   * @param threads of a run
   */
  static OrtSession onCpu(Path path, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // A thread that spins while it waits takes a core from the runs beside it.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      // Texts differ in length, so a plan made for one length serves no other.
      options.setMemoryPatternOptimization(false);
      return OrtEnvironment.getEnvironment().createSession(path.toString(), options);
    }
  }
}
