package io.lorecast.encoding.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a text into the word pieces of a BERT vocabulary: words at white space, each punctuation
 * mark a word, each word the longest known pieces from its start, or one unknown piece if it has
 * none. Between {@code [CLS]} and {@code [SEP]}, cut after a maximum.
 *
 * <p>A text is only ever text: unlike tokenizers that look for them, {@code "[SEP]"} in a
 * description is a bracket, a word and a bracket, so that nobody can write control tokens.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Source: "Google's Neural Machine Translation System", arXiv:1609.08144, 2016, section 4.1;
 * greedy longest match as in the implementation published with BERT.
 */
public final class WordPieceTokenizer {

  private static final int UNKNOWN = -1;

  private final TokenizerFile file;
  private final int maxTokens;

  private WordPieceTokenizer(TokenizerFile file, int maxTokens) {
    this.file = file;
    this.maxTokens = maxTokens;
  }

  /**
   * Returns the tokenizer that a {@code tokenizer.json} describes; the stream is left open. The
   * file's own truncation and padding do not count.
   *
   * @param maxTokens the most tokens a text has, first and last included; at least 3
   * @throws IOException if it cannot be read, or is no BERT word piece tokenizer
   */
  public static WordPieceTokenizer read(InputStream stream, int maxTokens) throws IOException {
    if (maxTokens < 3) {
      throw new IllegalArgumentException("maxTokens must be at least 3, was " + maxTokens);
    }
    return new WordPieceTokenizer(TokenizerFile.read(stream), maxTokens);
  }

  /** Returns the token ids of {@code text}, shape [n] with n from 2 to the maximum. */
  public int[] tokenIds(String text) {
    int[] ids = new int[maxTokens];
    ids[0] = file.firstId();
    String normal = file.normalizer().normalise(text);
    int count = 1;
    int start = 0;
    while (start < normal.length() && count < maxTokens - 1) {
      int end = wordEnd(normal, start);
      if (!Characters.isWhiteSpace(normal.codePointAt(start))) {
        count = addPieces(normal.substring(start, end), ids, count);
      }
      start = end;
    }
    ids[count++] = file.lastId();
    return Arrays.copyOf(ids, count);
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

  /** Writes the pieces of {@code word} from {@code count} on; returns the new count. */
  private int addPieces(String word, int[] ids, int count) {
    int next = count;
    int start = 0;
    while (start < word.length()) {
      int end = pieceEnd(word, start);
      if (end == start) { // one part is unknown, so the whole word is
        ids[count] = file.unknownId();
        return count + 1;
      }
      if (next < maxTokens - 1) {
        ids[next++] = idOf(word, start, end);
      }
      start = end;
    }
    return next;
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
