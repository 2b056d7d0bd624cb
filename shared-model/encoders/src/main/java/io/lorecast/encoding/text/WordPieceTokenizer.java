package io.lorecast.encoding.text;

/**
 * Splits a text into the word pieces of a BERT vocabulary: words at white space, each punctuation
 * mark a word, each word the longest known pieces from its start, or one unknown piece if it has
 * none.
 *
 * <p>Source: "Google's Neural Machine Translation System", arXiv:1609.08144, 2016, section 4.1;
 * greedy longest match as in the implementation published with BERT.
 */
final class WordPieceTokenizer implements Tokenizer {

  private static final int UNKNOWN = -1;

  private final WordPieceFile file;

  private WordPieceTokenizer(WordPieceFile file) {
    this.file = file;
  }

  static WordPieceTokenizer of(WordPieceFile file) {
    return new WordPieceTokenizer(file);
  }

  @Override
  public ControlTokens control() {
    return file.control();
  }

  @Override
  public int[] tokenIds(String text) {
    TokenIds ids = new TokenIds(text.length() / 3 + 8);
    String normal = file.normalizer().normalise(text);
    int start = 0;
    while (start < normal.length()) {
      int end = wordEnd(normal, start);
      if (!Characters.isWhiteSpace(normal.codePointAt(start))) {
        addPieces(normal.substring(start, end), ids);
      }
      start = end;
    }
    return ids.toArray();
  }

  /** Returns where the word that starts at {@code start} ends; spaces and signs stand alone. */
  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (Characters.isWhiteSpace(c) || Characters.isPunctuation(c)) {
        return end == start ? end + Character.charCount(c) : end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private void addPieces(String word, TokenIds ids) {
    int before = ids.size();
    int start = 0;
    while (start < word.length()) {
      int end = pieceEnd(word, start);
      if (end == start) { // one part is unknown, so the whole word is
        ids.cutTo(before);
        ids.add(file.unknownId());
        return;
      }
      ids.add(idOf(word, start, end));
      start = end;
    }
  }

  /** Returns the end of the longest known piece from {@code start}, or {@code start} if none. */
  private int pieceEnd(String word, int start) {
    if (word.codePointCount(0, word.length()) > file.longestWord()) {
      return start;
    }
    int end = word.length();
    while (end > start && idOf(word, start, end) == UNKNOWN) {
      end = word.offsetByCodePoints(end, -1);
    }
    return end;
  }

  private int idOf(String word, int start, int end) {
    String part = word.substring(start, end);
    return file.vocabulary().getOrDefault(start == 0 ? part : file.continuation() + part, UNKNOWN);
  }
}
