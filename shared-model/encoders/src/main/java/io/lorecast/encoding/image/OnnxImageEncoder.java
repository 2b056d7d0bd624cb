package io.lorecast.encoding.image;

import ai.onnxruntime.OrtException;
import io.lorecast.encoding.EncodedImage;
import io.lorecast.encoding.EncodingException;
import io.lorecast.encoding.ImageEncoder;
import io.lorecast.encoding.image.ImageDecoder.Decoded;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** An {@link ImageEncoder} that runs a model in ONNX Runtime. */
final class OnnxImageEncoder implements ImageEncoder {

  private final ImageDecoder decoder;
  private final ImageModel model;
  // Runs share it, closing takes it alone: the native session must not go while it is running.
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private boolean closed;

  /** Creates an encoder, which closes {@code model} with itself. */
  OnnxImageEncoder(ImageDecoder decoder, ImageModel model) {
    this.decoder = decoder;
    this.model = model;
  }

  @Override
  public EncodedImage encode(byte[] image) {
    Decoded decoded = decoder.decode(image);
    PixelRows rows = new PixelRows(decoded.picture());
    float[] tensor = model.tensor(rows, decoded.orientation());
    inUse.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the encoder is closed");
      }
      return model.run(tensor);
    } catch (OrtException e) {
      throw new EncodingException("running the image model", e);
    } finally {
      inUse.readLock().unlock();
    }
  }

  @Override
  public int dimension() {
    return model.dimension();
  }

  @Override
  public List<String> labels() {
    return model.labels();
  }

  @Override
  public String version() {
    return model.version();
  }

  @Override
  public void close() {
    inUse.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        model.close();
      }
    } catch (OrtException e) {
      throw new EncodingException("closing the image model", e);
    } finally {
      inUse.writeLock().unlock();
    }
  }
}
