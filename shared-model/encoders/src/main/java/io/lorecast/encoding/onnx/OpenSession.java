package io.lorecast.encoding.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that is open, and where it runs.
 *
 * @param device {@link Device#CPU} or {@link Device#CUDA}
 */
record OpenSession(OrtSession session, Device device) {

  private static final Logger LOG = System.getLogger(OpenSession.class.getName());

  /**
   * Opens {@code model} on the device that {@code settings} name. Where that cannot be, on the CPU;
   * the log says so in one line, unless nobody asked for more than the best there is.
   */
  static OpenSession open(LocatedModel model, Precision precision, EncoderSettings settings)
      throws OrtException {
    // A GPU has no kernels for these weights, only copies to the CPU and back.
    boolean gains = precision != Precision.INT8;
    if (settings.device() == Device.CUDA || (settings.device() == Device.AUTO && gains)) {
      Optional<String> missing = Cuda.missing();
      if (missing.isEmpty()) {
        try {
          return new OpenSession(onCuda(model.model(), settings), Device.CUDA);
        } catch (OrtException e) {
          missing = Optional.of(String.valueOf(e.getMessage()));
        }
      }
      LOG.log(
          settings.device() == Device.CUDA ? Level.WARNING : Level.DEBUG,
          "The text model {0} runs on the CPU, not on a GPU: {1}",
          model.name(),
          missing.orElseThrow());
    }
    return new OpenSession(onCpu(model.model(), settings), Device.CPU);
  }

  private static OrtSession onCuda(Path path, EncoderSettings settings) throws OrtException {
    try (OrtSession.SessionOptions options = options(settings)) {
      options.addCUDA();
      return OrtEnvironment.getEnvironment().createSession(path.toString(), options);
    }
  }

  private static OrtSession onCpu(Path path, EncoderSettings settings) throws OrtException {
    try (OrtSession.SessionOptions options = options(settings)) {
      return OrtEnvironment.getEnvironment().createSession(path.toString(), options);
    }
  }

  private static OrtSession.SessionOptions options(EncoderSettings settings) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(settings.threads());
    options.setInterOpNumThreads(1);
    // A thread that spins while it waits takes a core from the runs beside it.
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    // Texts differ in length, so a plan made for one length serves no other.
    options.setMemoryPatternOptimization(false);
    return options;
  }

  /** Returns ONNX Runtime's name of what executes the model. */
  String provider() {
    return (device == Device.CUDA ? OrtProvider.CUDA : OrtProvider.CPU).getName();
  }
}
