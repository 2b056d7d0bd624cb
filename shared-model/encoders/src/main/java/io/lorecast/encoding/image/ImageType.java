package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The types of image that are read, told by their first bytes: names and headers may lie. */
enum ImageType {
  JPEG("FFD8FF"),
  PNG("89504E470D0A1A0A"),
  GIF("47494638"),
  BMP("424D"),
  /** RIFF, four bytes of length, WEBP. */
  WEBP("52494646........57454250");

  private static final int SHOWN = 12;

  private final String start;

  ImageType(String start) {
    this.start = start;
  }

  /**
   * Returns the type of {@code file}.
   *
   * @throws ImageException if it is none of these
   */
  static ImageType of(byte[] file) {
    String first = HexFormat.of().withUpperCase().formatHex(file, 0, Math.min(SHOWN, file.length));
    return Arrays.stream(values())
        .filter(type -> first.matches(type.start + ".*"))
        .findFirst()
        .orElseThrow(
            () ->
                new ImageException(
                    Reason.UNKNOWN_TYPE, "image", names(), "a file that starts with 0x" + first));
  }

  private static String names() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
