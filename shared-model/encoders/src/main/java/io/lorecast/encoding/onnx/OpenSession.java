package io.lorecast.encoding.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
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
   * Made before any options: adding a provider writes to its log, and fails where there is none.
   */
  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  /**
   * Opens {@code model} on the device that {@code settings} name. Where that cannot be, on the CPU;
   * the log says so in one line, unless nobody asked for more than the best there is.
   *
   * @param pooling is added to the model where it runs on a GPU, if it can be
   * @throws IOException if the model cannot be read
   */
  static OpenSession open(
      LocatedModel model, Precision precision, Pooling pooling, EncoderSettings settings)
      throws IOException, OrtException {
    // A GPU has no kernels for these weights, only copies to the CPU and back.
    boolean gains = precision != Precision.INT8;
    if (settings.device() == Device.CUDA || (settings.device() == Device.AUTO && gains)) {
      Optional<String> missing = Cuda.missing();
      Level level = settings.device() == Device.CUDA ? Level.WARNING : Level.DEBUG;
      if (missing.isEmpty()) {
        try {
          return new OpenSession(onCuda(model.model(), pooling, settings), Device.CUDA);
        } catch (OrtException e) {
          missing = Optional.of(String.valueOf(e.getMessage()));
          level = Level.WARNING; // A GPU that lies idle, whoever asked for it.
        }
      }
      LOG.log(
          level,
          "The text model {0} runs on the CPU, not on a GPU: {1}",
          model.name(),
          missing.orElseThrow());
    }
    return new OpenSession(onCpu(model.model(), settings), Device.CPU);
  }

  private static OrtSession onCuda(Path path, Pooling pooling, EncoderSettings settings)
      throws IOException, OrtException {
    try (OrtSession.SessionOptions options = options(settings);
        Arena arena = Arena.ofConfined()) {
      options.addCUDA();
      // Else two lines for each model say that sizes are computed on the CPU, as they should be.
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      Optional<ByteBuffer> pooled = GraphPooling.of(path, pooling, arena);
      return pooled.isPresent()
          ? pooled(path, pooled.get(), options)
          : ENVIRONMENT.createSession(path.toString(), options);
    }
  }

  /** Opens a model of the file at {@code path} and what was added to it. */
  static OrtSession pooled(Path path, ByteBuffer model, OrtSession.SessionOptions options)
      throws OrtException {
    // Weights in files of their own are looked for here, as if the model were read from there.
    options.addConfigEntry(
        "session.model_external_initializers_file_folder_path",
        String.valueOf(path.toAbsolutePath().getParent()));
    return ENVIRONMENT.createSession(model, options);
  }

  private static OrtSession onCpu(Path path, EncoderSettings settings) throws OrtException {
    try (OrtSession.SessionOptions options = options(settings)) {
      return ENVIRONMENT.createSession(path.toString(), options);
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
