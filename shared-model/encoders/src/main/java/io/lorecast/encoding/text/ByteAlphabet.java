package io.lorecast.encoding.text;

/**
 * A printable character for each byte, so that vocabularies of bytes can be written as text: the
 * bytes that are printable in Latin-1 stand for themselves, the others for U+0100 and on, in order.
 *
 * <p>Source: "Language Models are Unsupervised Multitask Learners", OpenAI, 2019, section 2.2, and
 * the encoder published with it.
 */
final class ByteAlphabet {

  private static final char[] CHARACTERS = new char[256];

  static {
    char next = 0x100;
    for (int b = 0; b < CHARACTERS.length; b++) {
      boolean printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b != 0xAD);
      CHARACTERS[b] = printable ? (char) b : next++;
    }
  }

  private ByteAlphabet() {}

  /** Returns the character that stands for {@code b}. */
  static char of(byte b) {
    return CHARACTERS[Byte.toUnsignedInt(b)];
  }
}
