package io.lorecast.encoding.image;

import ai.onnxruntime.OrtException;
import io.lorecast.encoding.EncodingException;
import io.lorecast.encoding.ImageEncoder;
import java.io.IOException;
import java.nio.file.Path;

/** Makes image encoders. */
public final class ImageEncoders {

  private ImageEncoders() {}

  /**
   * Opens the model in {@code folder}: {@code model.onnx}, with one image as input and features as
   * output; {@code preprocessor_config.json} as Hugging Face writes it; and, where the model
   * classes images, {@code config.json} with the labels. {@code scripts/models get nsfw-mobilenet}
   * makes such a folder, and CLIP's vision model exported to ONNX with its configuration is one.
   * Takes tenths of a second.
   *
   * @throws EncodingException if a file is missing or wants what is not done here, or the model is
   *     no image model
   */
  public static ImageEncoder open(Path folder, ImageEncoderSettings settings) {
    try {
      ImageModel model = ImageModel.open(ModelFolder.read(folder), settings.threads());
      ImageDecoder decoder = new ImageDecoder(settings.limits(), System::nanoTime);
      return new OnnxImageEncoder(decoder, model);
    } catch (IOException | OrtException e) {
      throw new EncodingException("opening the image model in " + folder, e);
    }
  }
}
