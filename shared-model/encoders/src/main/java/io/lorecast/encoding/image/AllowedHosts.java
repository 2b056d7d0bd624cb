package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hosts that may be asked, and at which addresses. */
final class AllowedHosts {

  private static final String BELOW = "*.";

  private final List<String> patterns;

  /**
   * Creates the rule.
   *
   * @throws IllegalArgumentException if one of {@code patterns} can match no host
   */
  AllowedHosts(List<String> patterns) {
    patterns.forEach(AllowedHosts::requirePattern);
    this.patterns = patterns.stream().map(AllowedHosts::plain).toList();
  }

  private static void requirePattern(String pattern) {
    String name = pattern.startsWith(BELOW) ? pattern.substring(BELOW.length()) : pattern;
    if (name.isEmpty() || name.indexOf('*') >= 0 || name.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "a host must be a name, or *. and a name, was '" + pattern + "'");
    }
  }

  /**
   * Requires the host of {@code location} to be one that may be asked.
   *
   * <p>Its name is resolved here and once more by the client. Java keeps an answer for 30 seconds,
   * so that both see the same: do not set {@code networkaddress.cache.ttl} to 0.
   *
   * @throws ImageException if it is not, or its name leads to a private address and it is not named
   *     in full
   */
  void require(URI location) {
    String host = Optional.ofNullable(location.getHost()).map(AllowedHosts::plain).orElse("");
    boolean isNamed = patterns.contains(host);
    if (!isNamed && patterns.stream().noneMatch(pattern -> isBelow(host, pattern))) {
      throw notAllowed("a host among those allowed", "'" + host + "'");
    }
    if (!isNamed && !Arrays.stream(addresses(host)).allMatch(PublicAddress::isPublic)) {
      throw notAllowed("a host with public addresses", "'" + host + "' with a private one");
    }
  }

  private static boolean isBelow(String host, String pattern) {
    return pattern.startsWith(BELOW)
        && host.endsWith(pattern.substring(1))
        && host.length() >= pattern.length();
  }

  private static InetAddress[] addresses(String host) {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new ImageException(
          Reason.UNREACHABLE, ImageSources.FIELD, "a host that is known", "'" + host + "'", e);
    }
  }

  private static String plain(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static ImageException notAllowed(String expected, String found) {
    return new ImageException(Reason.NOT_ALLOWED, ImageSources.FIELD, expected, found);
  }
}
