package io.lorecast.encoding.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** MiniLM's vocabulary, token by token against the tokenizer it was published with. */
class WordPieceOracleTest {

  private static final String FILE = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final int WORDS_A_TEXT = 80;

  private static final Integer[] LETTERS = {
    (int) Character.UPPERCASE_LETTER,
    (int) Character.LOWERCASE_LETTER,
    (int) Character.OTHER_LETTER,
    (int) Character.DECIMAL_DIGIT_NUMBER
  };

  private static RustTokenizer oracle;
  private static Tokenizer tokenizer;

  @BeforeContainer
  static void open() throws IOException {
    oracle = RustTokenizer.ofResource(FILE);
    try (InputStream file = WordPieceOracleTest.class.getResourceAsStream(FILE)) {
      tokenizer = Tokenizer.read(file);
    }
  }

  @AfterContainer
  static void close() {
    oracle.close();
  }

  @Example
  void handWrittenTextsHaveTheOraclesTokens() {
    assertThat(SampleTexts.ALL)
        .allSatisfy(text -> assertThat(tokenizer.tokenIds(text)).isEqualTo(oracle.tokenIds(text)));
  }

  @Property(tries = 1_000)
  void generatedTextsHaveTheOraclesTokens(@ForAll("texts") String text) {
    assertThat(tokenizer.tokenIds(text)).isEqualTo(oracle.tokenIds(text));
  }

  /**
   * The oracle's tables of marks and punctuation are those of Unicode 8; Java's are newer. So the
   * two differ on marks, signs and formats that came, or were sorted anew, afterwards. All of those
   * lie in rare scripts from U+061D on: 618 of the characters of Unicode 16.
   */
  @Example
  void everyCharacterThatUnicode8KnewIsReadAlike() {
    List<Integer> known =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE)
            .boxed()
            .toList();
    List<Integer> differing = new ArrayList<>();
    for (int from = 0; from < known.size(); from += WORDS_A_TEXT) {
      List<Integer> some = known.subList(from, Math.min(known.size(), from + WORDS_A_TEXT));
      if (differs(some)) {
        some.stream().filter(c -> differs(List.of(c))).forEach(differing::add);
      }
    }

    assertThat(known).hasSizeGreaterThan(290_000);
    assertThat(differing).hasSizeLessThan(700).allSatisfy(c -> assertThat(c).isGreaterThan(0x61C));
    assertThat(differing.stream().map(Character::getType).distinct()).doesNotContain(LETTERS);
  }

  private static boolean differs(List<Integer> characters) {
    // Between letters, so that what is dropped joins them and what parts words parts them.
    String text =
        characters.stream()
            .map(c -> "a" + Character.toString(c) + "b")
            .collect(Collectors.joining(" "));
    int[] ours = tokenizer.tokenIds(text);
    return !Arrays.equals(ours, oracle.tokenIds(text));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.oneOf(
            Arbitraries.of(SampleTexts.WORDS),
            Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(12),
            Arbitraries.strings().withCharRange('\u00A1', '\u04FF').ofMinLength(1).ofMaxLength(8),
            Arbitraries.strings().withCharRange('\u0000', '\u0020').ofMaxLength(3),
            Arbitraries.strings().withCharRange('\u2000', '\u206F').ofMaxLength(3),
            Arbitraries.strings().withCharRange('\u3000', '\u9FFF').ofMaxLength(6),
            Arbitraries.strings().withCharRange('\uAC00', '\uD7A3').ofMaxLength(4));
    Arbitrary<String> gaps = Arbitraries.of(" ", " ", " ", "", "\n", "\t", "  ", "\u00A0", "-");
    return Combinators.combine(words, gaps)
        .as((word, gap) -> word + gap)
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }
}
