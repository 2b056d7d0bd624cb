package io.lorecast.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EncodersByLanguageTest {

  private final Encoder english = new LetterEncoder("english");
  private final Encoder chinese = new LetterEncoder("chinese");
  private final Encoder traditional = new LetterEncoder("traditional");
  private final EncodersByLanguage encoders =
      new EncodersByLanguage(english, Map.of("zh", chinese, "zh-Hant", traditional));

  @Test
  void theLongestBeginningCounts() {
    assertThat(encoders.of("zh")).isSameAs(chinese);
    assertThat(encoders.of("zh-Hans-CN")).isSameAs(chinese);
    assertThat(encoders.of("zh-Hant-TW")).isSameAs(traditional);
  }

  @Test
  void caseDoesNotCount() {
    assertThat(encoders.of("ZH-HANT")).isSameAs(traditional);
  }

  @Test
  void aBeginningEndsWithASubtag() {
    assertThat(encoders.of("zhx")).isSameAs(english);
    assertThat(encoders.of("zh-Hantx")).isSameAs(chinese);
  }

  @Test
  void everyOtherLanguageIsReadByTheFallback() {
    assertThat(encoders.of("en")).isSameAs(english);
    assertThat(encoders.of("")).isSameAs(english);
    assertThat(encoders.of("-")).isSameAs(english);
    assertThat(encoders.fallback()).isSameAs(english);
  }

  @Test
  void eachIsListedOnce() {
    assertThat(new EncodersByLanguage(english, Map.of("en", english, "fr", english)).all())
        .containsExactly(english);
  }
}
