package io.lorecast.encoding.image;

import ai.onnxruntime.OrtException;
import io.lorecast.encoding.EncodedImage;
import io.lorecast.encoding.image.Geometry.Size;
import java.util.List;

/**
 * A model, what it wants of a picture, and what comes out.
 *
 * @param version see {@link io.lorecast.encoding.ImageEncoder#version()}
 */
record ImageModel(
    ImageSession session, Preprocessing preprocessing, ImageOutputs outputs, String version) {

  /**
   * Opens the model and runs it once on black, to learn what comes out.
   *
   * @throws OrtException if it cannot be run, or its outputs are not known
   */
  static ImageModel open(ModelFolder folder, int threads) throws OrtException {
    Preprocessing preprocessing = folder.preprocessing();
    Size size = preprocessing.geometry().crop();
    ImageSession session = new ImageSession(folder.model(), size, threads);
    try {
      float[] black = new float[size.width() * size.height() * Pixels.CHANNELS];
      ImageOutputs outputs = ImageOutputs.of(session.run(black), folder.labels());
      // Inputs are 32-bit floats; weights of fewer bits have another hash.
      String version =
          "%s-%s-fp32-%s".formatted(folder.name(), folder.hash(), preprocessing.version());
      return new ImageModel(session, preprocessing, outputs, version);
    } catch (OrtException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  int dimension() {
    return outputs.dimension();
  }

  List<String> labels() {
    return outputs.labels();
  }

  /** Returns {@code picture} as the model wants it. */
  float[] tensor(PixelRows picture, Orientation orientation) {
    return preprocessing.tensor(picture, orientation, session.channelsFirst());
  }

  /** Returns what the model makes of {@code tensor}. */
  EncodedImage run(float[] tensor) throws OrtException {
    return outputs.encoded(session.run(tensor));
  }

  void close() throws OrtException {
    session.close();
  }
}
