package io.lorecast.encoding.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand on a vocabulary of a few pieces. */
class WordPieceTokenizerTest {

  private static final int UNK = 0;

  private static final String FILE =
      """
      {
        "normalizer": {"type": "BertNormalizer", "clean_text": true,
          "handle_chinese_chars": true, "strip_accents": null, "lowercase": true},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "padding": {"pad_id": 9},
        "post_processor": {"type": "TemplateProcessing",
          "single": [{"SpecialToken": {"id": "[CLS]"}}, {"Sequence": {"id": "A"}},
            {"SpecialToken": {"id": "[SEP]"}}],
          "special_tokens": {"[CLS]": {"ids": [1]}, "[SEP]": {"ids": [2]}}},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
          "max_input_chars_per_word": 6,
          "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "cafe": 3, "##s": 4, "caf": 5, ",": 6,
            "中": 7, "σ": 8, "##σ": 9, "[": 10, "]": 11, "sep": 12}}
      }
      """;

  @Test
  void theLongestKnownPieceIsTakenFirst() throws IOException {
    assertThat(read().tokenIds("cafes")).containsExactly(3, 4);
  }

  @Test
  void accentsCaseAndControlCharactersDoNotCount() throws IOException {
    assertThat(read().tokenIds("CA\u0000F\u00C9\u200B")).containsExactly(3);
  }

  @Test
  void punctuationAndChineseCharactersAreWordsOfTheirOwn() throws IOException {
    assertThat(read().tokenIds("cafe,中中")).containsExactly(3, 6, 7, 7);
  }

  @Test
  void aLastSigmaIsALetterLikeAnyOther() throws IOException {
    assertThat(read().tokenIds("ΣΣ")).containsExactly(8, 9);
  }

  @Test
  void aWordWithOneUnknownPartIsUnknown() throws IOException {
    assertThat(read().tokenIds("cafex cafe")).containsExactly(UNK, 3);
  }

  @Test
  void aWordLongerThanTheFileAllowsIsUnknown() throws IOException {
    assertThat(read().tokenIds("cafess")).containsExactly(3, 4, 4);
    assertThat(read().tokenIds("cafesss")).containsExactly(UNK);
  }

  @Test
  void whiteSpaceAloneIsNothing() throws IOException {
    assertThat(read().tokenIds(" \t\r\n\u00A0\u3000\u2028")).isEmpty();
  }

  @Test
  void controlTokensCannotBeWritten() throws IOException {
    assertThat(read().tokenIds("[SEP]")).containsExactly(10, 12, 11);
  }

  @Test
  void halfASurrogatePairIsDropped() throws IOException {
    assertThat(read().tokenIds("ca\uD800fe")).containsExactly(3);
  }

  @Test
  void anotherKindOfTokenizerIsRefused() {
    assertThatThrownBy(() -> read(FILE.replace("WordPiece", "Unigram")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Unigram");
  }

  @Test
  void controlTokensAreThoseOfTheFile() throws IOException {
    assertThat(read().control()).isEqualTo(new ControlTokens(List.of(1), List.of(2), 9));
  }

  private static Tokenizer read() throws IOException {
    return read(FILE);
  }

  private static Tokenizer read(String json) throws IOException {
    try (InputStream stream = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))) {
      return Tokenizer.read(stream);
    }
  }
}
