package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** The moment at which decoding is given up, looked at whenever bytes are read or rows are done. */
final class Deadline {

  private final Duration limit;
  private final LongSupplier nanoTime;
  private final long started;

  /**
   * Starts now.
   *
   * @param nanoTime the clock, see {@link System#nanoTime()}
   */
  Deadline(Duration limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
  }

  /**
   * Requires it not to have passed.
   *
   * @throws ImageException if it has
   */
  void require() {
    if (hasPassed()) {
      throw new ImageException(
          Reason.TOO_SLOW,
          "image",
          "to be decoded within " + limit.toMillis() + " ms",
          "that it takes longer");
    }
  }

  private boolean hasPassed() {
    return nanoTime.getAsLong() - started > limit.toNanos();
  }

  /** Returns a stream of {@code file} that ends with an exception when the deadline has passed. */
  ByteArrayInputStream stream(byte[] file) {
    return new ByteArrayInputStream(file) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        require();
        return super.read(target, offset, length);
      }
    };
  }

  /** Makes {@code reader} stop when the deadline has passed; what it then returns is unfinished. */
  void watch(ImageReader reader) {
    reader.addIIOReadProgressListener(
        new RowsDone() {
          @Override
          public void imageProgress(ImageReader source, float percentageDone) {
            if (hasPassed()) {
              source.abort();
            }
          }
        });
  }

  /** Leaves out what is not needed of the listener. */
  private interface RowsDone extends IIOReadProgressListener {
    @Override
    default void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    default void sequenceComplete(ImageReader source) {}

    @Override
    default void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    default void imageComplete(ImageReader source) {}

    @Override
    default void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    default void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    default void thumbnailComplete(ImageReader source) {}

    @Override
    default void readAborted(ImageReader source) {}
  }
}
