package io.lorecast.encoding.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Worked by hand on a vocabulary of a few pieces. */
class WordPieceTokenizerTest {

  private static final int CLS = 1;
  private static final int SEP = 2;
  private static final int UNK = 0;

  private static final String FILE =
      """
      {
        "normalizer": {"type": "BertNormalizer", "clean_text": true,
          "handle_chinese_chars": true, "strip_accents": null, "lowercase": true},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {"special_tokens":
          {"[CLS]": {"ids": [1]}, "[SEP]": {"ids": [2]}}},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
          "max_input_chars_per_word": 6,
          "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "cafe": 3, "##s": 4, "caf": 5, ",": 6,
            "中": 7, "σ": 8, "##σ": 9, "[": 10, "]": 11, "sep": 12}}
      }
      """;

  @Test
  void theLongestKnownPieceIsTakenFirst() throws IOException {
    assertThat(read(16).tokenIds("cafes")).containsExactly(CLS, 3, 4, SEP);
  }

  @Test
  void accentsCaseAndControlCharactersDoNotCount() throws IOException {
    assertThat(read(16).tokenIds("CA\u0000F\u00C9\u200B")).containsExactly(CLS, 3, SEP);
  }

  @Test
  void punctuationAndChineseCharactersAreWordsOfTheirOwn() throws IOException {
    assertThat(read(16).tokenIds("cafe,中中")).containsExactly(CLS, 3, 6, 7, 7, SEP);
  }

  @Test
  void aLastSigmaIsALetterLikeAnyOther() throws IOException {
    assertThat(read(16).tokenIds("ΣΣ")).containsExactly(CLS, 8, 9, SEP);
  }

  @Test
  void aWordWithOneUnknownPartIsUnknown() throws IOException {
    assertThat(read(16).tokenIds("cafex cafe")).containsExactly(CLS, UNK, 3, SEP);
  }

  @Test
  void aWordLongerThanTheFileAllowsIsUnknown() throws IOException {
    assertThat(read(16).tokenIds("cafess")).containsExactly(CLS, 3, 4, 4, SEP);
    assertThat(read(16).tokenIds("cafesss")).containsExactly(CLS, UNK, SEP);
  }

  @Test
  void aTextIsCutAfterTheMaximumEvenInTheMiddleOfAWord() throws IOException {
    assertThat(read(4).tokenIds("cafe cafes cafe")).containsExactly(CLS, 3, 3, SEP);
  }

  @Test
  void whiteSpaceAloneIsNothing() throws IOException {
    assertThat(read(16).tokenIds(" \t\r\n\u00A0\u3000\u2028")).containsExactly(CLS, SEP);
  }

  @Test
  void controlTokensCannotBeWritten() throws IOException {
    assertThat(read(16).tokenIds("[SEP]")).containsExactly(CLS, 10, 12, 11, SEP);
  }

  @Test
  void halfASurrogatePairIsDropped() throws IOException {
    assertThat(read(16).tokenIds("ca\uD800fe")).containsExactly(CLS, 3, SEP);
  }

  @Test
  void anotherKindOfTokenizerIsRefused() {
    assertThatThrownBy(() -> read(FILE.replace("WordPiece", "BPE"), 16))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("WordPiece");
  }

  @Test
  void aMaximumWithoutRoomForAPieceIsRefused() {
    assertThatThrownBy(() -> read(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxTokens must be at least 3, was 2");
  }

  private static WordPieceTokenizer read(int maxTokens) throws IOException {
    return read(FILE, maxTokens);
  }

  private static WordPieceTokenizer read(String json, int maxTokens) throws IOException {
    try (InputStream stream = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))) {
      return WordPieceTokenizer.read(stream, maxTokens);
    }
  }
}
