package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Images that stand in their location itself. Source: RFC 2397. */
record DataUri(long limit) {

  private static final String BASE64 = ";base64";

  byte[] read(String location) {
    int comma = location.indexOf(',');
    if (comma < 0) {
      throw refusal("a comma after the media type", "none", null);
    }
    String media = location.substring(0, comma).toLowerCase(Locale.ROOT);
    boolean packed = media.endsWith(BASE64);
    long characters = location.length() - comma - 1L;
    // Each byte takes 4/3 characters, or 3 where it is written %XX.
    long least = packed ? characters / 4 * 3 - 2 : characters / 3;
    if (least > limit) {
      throw ImageSources.tooManyBytes(limit, "at least " + least);
    }
    byte[] bytes = decode(location.substring(comma + 1), packed);
    if (bytes.length > limit) {
      throw ImageSources.tooManyBytes(limit, String.valueOf(bytes.length));
    }
    return bytes;
  }

  private static byte[] decode(String text, boolean packed) {
    try {
      String plain = text.indexOf('%') < 0 ? text : percentDecoded(text);
      return packed
          ? Base64.getDecoder().decode(plain)
          : plain.getBytes(StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw refusal("data in " + (packed ? "base64" : "%XX"), String.valueOf(e.getMessage()), e);
    }
  }

  private static String percentDecoded(String text) {
    // URLDecoder is made for forms, where a plus is a space; here it is a plus.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
  }

  private static ImageException refusal(String expected, String found, @Nullable Throwable cause) {
    return new ImageException(Reason.CORRUPT, ImageSources.FIELD, expected, found, cause);
  }
}
