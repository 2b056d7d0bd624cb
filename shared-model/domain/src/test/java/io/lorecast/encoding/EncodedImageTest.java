package io.lorecast.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.vector.Embedding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EncodedImageTest {

  @Test
  void poolingTakesTheMeanDirectionAndTheHighestScores() {
    EncodedImage calm = new EncodedImage(Embedding.of(1f, 0f), Map.of("neutral", .9f, "porn", .1f));
    EncodedImage shrill =
        new EncodedImage(Embedding.of(0f, 1f), Map.of("neutral", .3f, "porn", .7f));

    EncodedImage pooled = EncodedImage.pool(List.of(calm, shrill));

    // (1, 1) / sqrt(2)
    assertThat(pooled.features().get(0)).isCloseTo((float) Math.sqrt(.5), within(1e-6f));
    assertThat(pooled.features().get(1)).isCloseTo((float) Math.sqrt(.5), within(1e-6f));
    assertThat(pooled.scores()).isEqualTo(Map.of("neutral", .9f, "porn", .7f));
  }

  @Test
  void theFrameCountsByDirectionAndNotByLength() {
    EncodedImage pooled =
        EncodedImage.pool(List.of(features(100f, 0f), features(0f, 1f), features(0f, 1f)));

    // (1, 2) / sqrt(5)
    assertThat(pooled.features().get(0)).isCloseTo(.4472136f, within(1e-6f));
  }

  @Test
  void noFrameIsRefused() {
    assertThatThrownBy(() -> EncodedImage.pool(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there must be at least one frame");
  }

  @Test
  void scoresKeepTheModelsOrderAndCannotBeChanged() {
    Map<String, Float> scores = new LinkedHashMap<>();
    scores.put("second", .5f);
    scores.put("first", .5f);

    EncodedImage image = new EncodedImage(Embedding.of(1f), scores);
    scores.clear();

    assertThat(image.scores().keySet()).containsExactly("second", "first");
    assertThatThrownBy(() -> image.scores().put("third", 0f))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static EncodedImage features(float... values) {
    return new EncodedImage(Embedding.of(values), Map.of());
  }
}
