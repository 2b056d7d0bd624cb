package io.lorecast.encoding.text;

import java.text.Normalizer;

/**
 * BERT's normalisation: control characters dropped, every white space a space, Chinese characters
 * set apart by spaces, accents stripped, lower case.
 *
 * <p>Source: "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
 * NAACL 2019, doi:10.18653/v1/N19-1423, and the {@code BertNormalizer} of the tokenizer files that
 * models are published with, whose order of steps and ranges are kept.
 *
 * @param cleanText whether control characters are dropped and white space becomes spaces
 * @param splitChinese whether each Chinese character is a word
 * @param stripAccents whether combining marks are dropped
 * @param lowerCase whether letters become lower case, each on its own
 */
record BertNormalizer(
    boolean cleanText, boolean splitChinese, boolean stripAccents, boolean lowerCase) {

  /** Returns {@code text} as the vocabulary knows it. */
  String normalise(String text) {
    String spaced = cleanText || splitChinese ? cleanAndSplit(text) : text;
    String decomposed = stripAccents ? Normalizer.normalize(spaced, Normalizer.Form.NFD) : spaced;
    return stripAccents || lowerCase ? stripAndLower(decomposed) : decomposed;
  }

  private String cleanAndSplit(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(c -> !cleanText || !isDropped(c))
        .forEach(
            c -> {
              if (cleanText && Characters.isWhiteSpace(c)) {
                result.append(' ');
              } else if (splitChinese && Characters.isChinese(c)) {
                result.append(' ').appendCodePoint(c).append(' ');
              } else {
                result.appendCodePoint(c);
              }
            });
    return result.toString();
  }

  private String stripAndLower(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !stripAccents || Character.getType(c) != Character.NON_SPACING_MARK)
        // Letter by letter: the lower case of a whole word would end a Greek one in another sigma.
        .map(c -> lowerCase ? Character.toLowerCase(c) : c)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  private static boolean isDropped(int c) {
    return c == 0xFFFD || Characters.isControl(c);
  }
}
