package io.lorecast.bindings;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Attributes of CloudEvents as HTTP header values: whatever is not plain ASCII is percent-encoded
 * UTF-8, section 3.1.3.2 of the HTTP protocol binding of CloudEvents 1.0.2.
 */
final class HeaderText {

  private static final int HEX = 16;

  private HeaderText() {}

  /** Returns {@code value} as it can stand in a header. */
  static String encode(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
      int octet = Byte.toUnsignedInt(each);
      if (octet > ' ' && octet < 0x7F && octet != '"' && octet != '%') {
        text.append((char) octet);
      } else {
        text.append('%')
            .append(Character.toUpperCase(Character.forDigit(octet / HEX, HEX)))
            .append(Character.toUpperCase(Character.forDigit(octet % HEX, HEX)));
      }
    }
    return text.toString();
  }

  /** Returns what {@code header} stands for; a percent sign without two digits is itself. */
  static String decode(String header) {
    if (header.indexOf('%') < 0) {
      return header;
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream(header.length());
    byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], HEX) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], HEX) : -1;
      if (low >= 0) {
        octets.write(high * HEX + low);
        i += 2;
      } else {
        octets.write(bytes[i]);
      }
    }
    return octets.toString(StandardCharsets.UTF_8);
  }
}
