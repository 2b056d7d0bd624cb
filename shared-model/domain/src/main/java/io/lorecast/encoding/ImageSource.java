package io.lorecast.encoding;

/**
 * Where images come from.
 *
 * <p>Thread-safe. Blocking: call it from a worker thread.
 */
@FunctionalInterface
public interface ImageSource {

  /**
   * Returns the bytes of the image at {@code location}, not yet looked at.
   *
   * @param location a URL or data URI, as it stands in {@link io.lorecast.model.Item#images()}
   * @throws ImageException if it may not be read, is not there, is too large, or cannot be reached
   */
  byte[] read(String location);
}
