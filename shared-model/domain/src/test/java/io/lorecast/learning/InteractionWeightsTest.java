package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionWeightsTest {

  private final InteractionWeights weights = InteractionWeights.defaults();

  @ParameterizedTest
  @CsvSource({
    "RATING, 5, 1, LIKED",
    "RATING, 4, .5, LIKED",
    "RATING, 3.5, .25, OTHER",
    "RATING, 1, -1, OTHER",
    "DWELL, 60, .5, LIKED",
    "DWELL, 86400, .5, LIKED",
    "DWELL, 30, .25, OTHER",
    "LIKE, , 1, LIKED",
    "PURCHASE, , 1, LIKED",
    "DISLIKE, , -1, OTHER",
    "CLICK, , .2, OTHER",
    "VIEW, , .1, OTHER"
  })
  void everyKindHasAWeightAndASignal(
      InteractionKind kind, Double value, float weight, Signal signal) {
    HistoryEntry entry = weights.entry(interaction(kind, value));

    assertThat(entry.weight()).isEqualTo(weight);
    assertThat(entry.signal()).isEqualTo(signal);
  }

  @Test
  void anEntryKeepsIdItemAndTime() {
    HistoryEntry entry = weights.entry(interaction(InteractionKind.LIKE, null));

    assertThat(entry).isEqualTo(new HistoryEntry("f", new ItemId("i"), Signal.LIKED, 1, 5_000));
  }

  @Test
  void aWeightBeyondOneIsRefused() {
    assertThatThrownBy(() -> new InteractionWeights(.1f, .2f, 2f, -1f, 1f, .5f, 60f, .5f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("like must be -1 to 1");
  }

  private static Interaction interaction(InteractionKind kind, @Nullable Double value) {
    return new Interaction(
        "f", new UserId("u"), new ItemId("i"), kind, value, Instant.ofEpochSecond(5));
  }
}
