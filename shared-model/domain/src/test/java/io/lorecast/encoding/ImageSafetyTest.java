package io.lorecast.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageSafetyTest {

  @Test
  void theLikeliestClassIsTheLevel() {
    assertThat(ImageSafety.level(Map.of("neutral", .2f, "drawing", .45f, "porn", .35f)))
        .hasValue("drawing");
  }

  @Test
  void oneBadFrameAmongManyGoodOnesIsSeen() {
    assertThat(ImageSafety.level(Map.of("neutral", .99f, "drawing", .6f, "sexy", .5f)))
        .hasValue("sexy");
  }

  @Test
  void whatIsUnlikelyDoesNotCountHoweverBad() {
    assertThat(ImageSafety.level(Map.of("neutral", .51f, "porn", .49f))).hasValue("neutral");
  }

  @Test
  void otherClassesHaveNoLevel() {
    assertThat(ImageSafety.level(Map.of("cat", .9f))).isEmpty();
    assertThat(ImageSafety.level(Map.of())).isEmpty();
  }
}
