package io.lorecast.encoding.image;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.lorecast.encoding.image.Geometry.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An image model in ONNX Runtime, one image a run, so that its vector does not depend on others.
 * Thread-safe, except that nothing may run while it is closed.
 */
final class ImageSession implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final ImageInput input;
  private final long[] shape;

  /**
   * Opens the model at {@code path}.
   *
   * @param size of the images it will be given
   * @throws OrtException if it is no image model, or not for such images
   */
  ImageSession(Path path, Size size, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // A thread that spins while it waits takes a core from the runs beside it.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session = environment.createSession(path.toString(), options);
    }
    try {
      input = ImageInput.of(session, size);
    } catch (OrtException e) {
      session.close();
      throw e;
    }
    shape = input.shape(size);
  }

  /** Returns whether {@link #run} wants the channels first. */
  boolean channelsFirst() {
    return input.channelsFirst();
  }

  /**
   * Returns the outputs that are one row of numbers, in the model's order.
   *
   * @param image in the model's shape
   */
  Map<String, float[]> run(float[] image) throws OrtException {
    FloatBuffer values =
        ByteBuffer.allocateDirect(image.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer()
            .put(image)
            .flip();
    Map<String, float[]> rows = new LinkedHashMap<>();
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, values, shape);
        OrtSession.Result result = session.run(Map.of(input.name(), tensor))) {
      for (Map.Entry<String, OnnxValue> output : result) {
        if (output.getValue() instanceof OnnxTensor row && row.getInfo().getShape().length == 2) {
          rows.put(output.getKey(), copy(row.getFloatBuffer()));
        }
      }
    }
    return rows;
  }

  private static float[] copy(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
