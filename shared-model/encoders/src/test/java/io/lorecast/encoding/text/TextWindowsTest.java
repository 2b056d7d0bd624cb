package io.lorecast.encoding.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A vocabulary of numbers, so that a text's tokens are what is written: "10 11" is 10, 11. */
class TextWindowsTest {

  private static final int CLS = 1;
  private static final int SEP = 2;

  private final Tokenizer numbers = numbers(1_100);

  @Example
  void aShortTextIsOneWindow() {
    assertThat(windows("", 8).of("10 11")).containsExactly(new int[] {CLS, 10, 11, SEP});
  }

  @Example
  void anEmptyTextIsTheControlTokens() {
    assertThat(windows("", 8).of(" ")).containsExactly(new int[] {CLS, SEP});
  }

  @Example
  void thePrefixStandsBeforeEveryWindow() {
    // 8 tokens: 2 control, 2 prefix, room for 4 of the text, 0 of them shared.
    assertThat(windows("20 21", 8).of("10 11 12 13 14 15"))
        .containsExactly(
            new int[] {CLS, 20, 21, 10, 11, 12, 13, SEP},
            new int[] {CLS, 20, 21, 12, 13, 14, 15, SEP});
  }

  @Example
  void aTextThatJustFitsIsNotSplit() {
    assertThat(windows("", 6).of("10 11 12 13")).hasSize(1);
    assertThat(windows("", 6).of("10 11 12 13 14")).hasSize(2);
  }

  @Example
  void aMaximumWithoutRoomForATextIsRefused() {
    assertThatThrownBy(() -> windows("20 21", 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the most tokens must be at least 5, were 4");
  }

  @Property
  void everyTokenIsReadAndNeighboursShareAnEighth(
      @ForAll @IntRange(min = 0, max = 1_000) int length,
      @ForAll @IntRange(min = 3, max = 70) int maxTokens) {
    TextWindows windows = windows("", maxTokens);
    int room = maxTokens - 2;

    List<int[]> read = windows.of(text(length));

    int end = 100; // the first token of the text
    for (int[] window : read) {
      int[] ids = Arrays.copyOfRange(window, 1, window.length - 1);
      assertThat(ids)
          .isEqualTo(IntStream.range(100, 1_100).skip(first(ids)).limit(ids.length).toArray());
      assertThat(ids).hasSize(Math.min(room, length));
      if (end > 100) {
        assertThat(end - ids[0]).isBetween(windows.overlap(), room - 1);
      }
      end = ids.length == 0 ? end : ids[ids.length - 1] + 1;
    }
    assertThat(end).isEqualTo(100 + length);
    assertThat(windows.overlap()).isEqualTo(room / 8);
  }

  private static int first(int[] ids) {
    return ids.length == 0 ? 0 : ids[0] - 100;
  }

  private static String text(int length) {
    return IntStream.range(100, 100 + length)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private TextWindows windows(String prefix, int maxTokens) {
    return new TextWindows(numbers, prefix, maxTokens);
  }

  private static Tokenizer numbers(int count) {
    String vocabulary =
        IntStream.range(0, count)
            .mapToObj(i -> "\"%d\": %d".formatted(i, i))
            .collect(Collectors.joining(", "));
    String json =
        """
        {"normalizer": {"type": "BertNormalizer"}, "pre_tokenizer": {"type": "BertPreTokenizer"},
         "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 2], "cls": ["[CLS]", 1]},
         "model": {"type": "WordPiece", "unk_token": "0", "vocab": {%s}}}
        """
            .formatted(vocabulary);
    try (InputStream stream = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))) {
      return Tokenizer.read(stream);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
