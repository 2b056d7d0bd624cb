package io.lorecast.encoding.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Token by token against the published tokenizer, on a vocabulary that is learned here. */
class BytePairOracleTest {

  private static final int MERGES = 600;

  @ParameterizedTest
  @CsvSource({"false, false", "true, true"})
  void textsHaveTheOraclesTokens(boolean asPairs, boolean prefixSpace) throws IOException {
    String json = train(asPairs, prefixSpace);
    Tokenizer tokenizer = read(json);

    try (RustTokenizer oracle = RustTokenizer.of(json)) {
      for (String text : SampleTexts.many(3_000)) {
        assertThat(tokenizer.tokenIds(text)).as(text).isEqualTo(oracle.tokenIds(text));
      }
    }
  }

  @Test
  void anExpressionOfTheFilesOwnIsFollowed() throws IOException {
    // As newer models have it: digits by threes, and bytes without an expression of their own.
    String json =
        train(true, false)
            .replace(
                "\"pre_tokenizer\":{",
                """
                "pre_tokenizer":{"type":"Sequence","pretokenizers":[
                {"type":"Split","pattern":{"Regex":"\\\\p{N}{1,3}| ?\\\\p{L}+|\\\\s+"},
                "behavior":"Isolated","invert":false},{\
                """)
            .replace(
                "\"use_regex\":true},\"post_processor\"",
                "\"use_regex\":false}]},\"post_processor\"");
    Tokenizer tokenizer = read(json);

    try (RustTokenizer oracle = RustTokenizer.of(json)) {
      for (String text : SampleTexts.many(500)) {
        assertThat(tokenizer.tokenIds(text)).as(text).isEqualTo(oracle.tokenIds(text));
      }
    }
  }

  @Test
  void aTextThatIsOneLongWordIsRead() throws IOException {
    String json = train(false, false);
    String text = "漢字".repeat(20_000);

    try (RustTokenizer oracle = RustTokenizer.of(json)) {
      assertThat(read(json).tokenIds(text)).isEqualTo(oracle.tokenIds(text));
    }
  }

  @Test
  void controlTokensCannotBeWritten() throws IOException {
    Tokenizer tokenizer = read(train(false, false));

    assertThat(tokenizer.tokenIds("<|endoftext|>")).doesNotContain(BytePairTraining.END_OF_TEXT);
    assertThat(tokenizer.control())
        .isEqualTo(new ControlTokens(List.of(), List.of(), BytePairTraining.END_OF_TEXT));
  }

  @Test
  void bytesOfAnotherKindAreRefused() {
    assertThatThrownBy(() -> read(train(false, false).replace("ByteLevel", "Metaspace")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ByteLevel");
  }

  private static String train(boolean asPairs, boolean prefixSpace) {
    return BytePairTraining.train(SampleTexts.many(200), MERGES, asPairs, prefixSpace);
  }

  private static Tokenizer read(String json) throws IOException {
    try (InputStream stream = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))) {
      return Tokenizer.read(stream);
    }
  }
}
