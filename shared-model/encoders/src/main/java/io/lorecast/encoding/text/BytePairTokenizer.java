package io.lorecast.encoding.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Matcher;

/**
 * Splits a text into words and each word's UTF-8 bytes into tokens: of all neighbours that can be
 * merged, the pair that was learned first is, the leftmost where there are several, until none can.
 * Every text can be written, for every byte is a token.
 *
 * <p>O(n log n) for a word of n bytes, so that a text without spaces costs no more than others.
 *
 * <p>Source: "Neural Machine Translation of Rare Words with Subword Units", ACL 2016,
 * doi:10.18653/v1/P16-1162, on bytes as in GPT-2 (see {@link ByteAlphabet}).
 */
final class BytePairTokenizer implements Tokenizer {

  private static final int ABSENT = -1;

  private final BytePairFile file;
  private final int[] idOfByte = new int[256];

  private BytePairTokenizer(BytePairFile file) {
    this.file = file;
    for (int b = 0; b < idOfByte.length; b++) {
      String token = String.valueOf(ByteAlphabet.of((byte) b));
      idOfByte[b] = file.vocabulary().getOrDefault(token, ABSENT);
    }
  }

  static BytePairTokenizer of(BytePairFile file) {
    return new BytePairTokenizer(file);
  }

  @Override
  public ControlTokens control() {
    return file.control();
  }

  @Override
  public int[] tokenIds(String text) {
    String normal = normalise(text);
    TokenIds ids = new TokenIds(normal.length() / 3 + 8);
    Matcher words = file.words().matcher(normal);
    int end = 0;
    while (words.find()) {
      addTokens(normal.substring(end, words.start()), ids); // what no word covers is a part too
      addTokens(words.group(), ids);
      end = words.end();
    }
    addTokens(normal.substring(end), ids);
    return ids.toArray();
  }

  private String normalise(String text) {
    String normal = file.composed() ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    boolean wantsSpace = file.spaceFirst() && !normal.isEmpty() && !normal.startsWith(" ");
    return wantsSpace ? " " + normal : normal;
  }

  private void addTokens(String word, TokenIds ids) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    int[] symbols = new int[bytes.length];
    int count = 0;
    for (byte b : bytes) {
      int id = idOfByte[Byte.toUnsignedInt(b)];
      if (id != ABSENT) { // a vocabulary without this byte cannot say it
        symbols[count++] = id;
      }
    }
    new Merging(file.merges(), Arrays.copyOf(symbols, count)).addTo(ids);
  }
}
