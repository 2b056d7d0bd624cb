package io.lorecast.encoding.image;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where images may be fetched from. Their locations come with events, so what is not named here is
 * not fetched.
 *
 * @param folder under which {@code file:} locations must lie; empty to read no files
 * @param hosts for {@code http:} and {@code https:}, {@code images.example.com} or {@code
 *     *.example.com}, which stands for every host below. A host that resolves to a private address
 *     is only asked if it is named in full
 * @param bytes of one image, at least 1
 * @param timeout of one fetch, all redirects included; above 0
 */
public record ImageSourceSettings(
    Optional<Path> folder, List<String> hosts, long bytes, Duration timeout) {

  public ImageSourceSettings {
    hosts = List.copyOf(hosts);
    if (bytes < 1 || bytes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("bytes must be 1 to 2147483639, was " + bytes);
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be above 0, was " + timeout);
    }
  }

  /** Returns 10 MiB, 10 seconds, no folder and no host: data URIs only. */
  public static ImageSourceSettings defaults() {
    return new ImageSourceSettings(Optional.empty(), List.of(), 10 << 20, Duration.ofSeconds(10));
  }

  /** Returns these settings with {@code folder}. */
  public ImageSourceSettings withFolder(Path folder) {
    return new ImageSourceSettings(Optional.of(folder), hosts, bytes, timeout);
  }

  /** Returns these settings with {@code hosts}. */
  public ImageSourceSettings withHosts(List<String> hosts) {
    return new ImageSourceSettings(folder, hosts, bytes, timeout);
  }
}
