package io.lorecast.encoding.image;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.lorecast.encoding.image.Geometry.Size;
import java.util.Arrays;

/**
 * The one input of an image model.
 *
 * @param channelsFirst whether its shape is [n, 3, height, width], or else [n, height, width, 3]
 */
record ImageInput(String name, boolean channelsFirst) {

  private static final int AXES = 4;

  /**
   * Reads it from a model. Axes that the model leaves open say nothing; if all are open the
   * channels come first, as PyTorch exports them.
   *
   * @throws OrtException naming input, expectation and finding, if the model does not take images
   *     of {@code size}
   */
  static ImageInput of(OrtSession session, Size size) throws OrtException {
    if (session.getNumInputs() != 1) {
      throw new OrtException(
          "the model must have one input, an image, has " + session.getInputNames());
    }
    NodeInfo input = session.getInputInfo().values().iterator().next();
    if (!(input.getInfo() instanceof TensorInfo tensor)
        || tensor.type != OnnxJavaType.FLOAT
        || tensor.getShape().length != AXES) {
      throw new OrtException(
          "input %s must be floats in four axes, is %s"
              .formatted(input.getName(), input.getInfo()));
    }
    long[] shape = tensor.getShape();
    ImageInput image = new ImageInput(input.getName(), shape[3] != Pixels.CHANNELS);
    if (!image.fits(shape, size)) {
      throw new OrtException(
          "input %s must take images of %s as preprocessor_config.json has them, is %s"
              .formatted(input.getName(), size, Arrays.toString(shape)));
    }
    return image;
  }

  private boolean fits(long[] shape, Size size) {
    long[] wanted = shape(size);
    for (int axis = 0; axis < AXES; axis++) {
      if (shape[axis] != -1 && shape[axis] != wanted[axis]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the shape of one image of {@code size}. */
  long[] shape(Size size) {
    return channelsFirst
        ? new long[] {1, Pixels.CHANNELS, size.height(), size.width()}
        : new long[] {1, size.height(), size.width(), Pixels.CHANNELS};
  }
}
