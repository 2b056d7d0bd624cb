package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.LongSupplier;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Turns a file's bytes into a picture, within limits. Thread-safe. */
final class ImageDecoder {

  private final ImageLimits limits;
  private final LongSupplier nanoTime;

  /**
   * Creates a decoder.
   *
   * @param nanoTime the clock, see {@link System#nanoTime()}
   */
  ImageDecoder(ImageLimits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /** A picture as it lies in the file, and how it must be turned. */
  record Decoded(BufferedImage picture, Orientation orientation) {}

  /**
   * Returns the picture of {@code file}, of an animation the first frame.
   *
   * @throws ImageException if it is of no type that is read, broken, or beyond a limit
   */
  Decoded decode(byte[] file) {
    ImageType type = typeOf(file);
    BufferedImage picture = read(type, file, (reader, deadline) -> picture(reader, 0, deadline));
    return new Decoded(picture, Exif.orientation(type, file));
  }

  /**
   * Returns the type of {@code file}, which has been judged whole and small enough.
   *
   * @throws ImageException if it is not
   */
  ImageType typeOf(byte[] file) {
    if (file.length > limits.bytes()) {
      throw new ImageException(
          Reason.TOO_MANY_BYTES,
          "image",
          "at most " + limits.bytes() + " bytes",
          file.length + " bytes");
    }
    ImageType type = ImageType.of(file);
    FileCheck.requireWhole(type, file);
    if (type == ImageType.WEBP) {
      WebPFrames.largest(file).ifPresent(size -> requirePixels(size.width(), size.height()));
    }
    return type;
  }

  /** What is done with an open reader. */
  @FunctionalInterface
  interface Reading<T> {
    T apply(ImageReader reader, Deadline deadline) throws IOException;
  }

  /**
   * Opens {@code file} and returns what {@code reading} makes of it.
   *
   * @throws ImageException if it is broken, or beyond a limit
   */
  <T> T read(ImageType type, byte[] file, Reading<T> reading) {
    Deadline deadline = new Deadline(limits.decoding(), nanoTime);
    ImageReader reader = null;
    try (MemoryCacheImageInputStream stream =
        new MemoryCacheImageInputStream(deadline.stream(file))) {
      reader = ImageReaders.open(type);
      reader.setInput(stream);
      deadline.watch(reader);
      return reading.apply(reader, deadline);
    } catch (ImageException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Readers meet broken files with exceptions of every kind, of bounds and of arithmetic too.
      throw new ImageException(
          Reason.CORRUPT, "image", "a whole " + type, "a file that breaks: " + e.getMessage(), e);
    } finally {
      if (reader != null) {
        reader.dispose();
      }
    }
  }

  /** Returns picture {@code index} of an open file. */
  BufferedImage picture(ImageReader reader, int index, Deadline deadline) throws IOException {
    requirePixels(reader.getWidth(index), reader.getHeight(index));
    BufferedImage picture = reader.read(index);
    deadline.require();
    return picture;
  }

  /**
   * Requires a size that may be decoded.
   *
   * @throws ImageException if it is too large
   */
  void requirePixels(int width, int height) {
    if ((long) width * height > limits.pixels()) {
      throw new ImageException(
          Reason.TOO_MANY_PIXELS,
          "image",
          "at most " + limits.pixels() + " pixels",
          width + " x " + height);
    }
  }
}
