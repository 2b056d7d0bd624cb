package io.lorecast.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.sequence.SequenceExample.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequenceExampleTest {

  private final UserHistory history =
      history(
          entry(0, "a", Signal.LIKED),
          entry(1, "b", Signal.OTHER),
          entry(2, "c", Signal.LIKED),
          entry(3, "a", Signal.LIKED),
          entry(4, "d", Signal.LIKED));

  @Test
  void aLikeComesWithWhatWasDoneBeforeIt() {
    SequenceExample example = SequenceExample.of(history, "f2").orElseThrow();

    assertThat(example.liked()).isEqualTo(new ItemId("c"));
    assertThat(example.before())
        .containsExactly(
            new Step(new ItemId("b"), Signal.OTHER), new Step(new ItemId("a"), Signal.LIKED));
    assertThat(example.fromStart()).isTrue();
  }

  @Test
  void noLikeOrAnItemMetBeforeOrAnUnknownEventIsNoExample() {
    assertThat(SequenceExample.of(history, "f1")).isEmpty();
    assertThat(SequenceExample.of(history, "f3")).isEmpty();
    assertThat(SequenceExample.of(history, "other")).isEmpty();
  }

  @Test
  void onlyAWindowIsLookedAt() {
    UserHistory longer =
        history(
            IntStream.range(0, 30)
                .mapToObj(i -> entry(i, "i" + i, Signal.LIKED))
                .toArray(HistoryEntry[]::new));

    Optional<SequenceExample> example = SequenceExample.of(longer, "f29");

    assertThat(example.orElseThrow().before()).hasSize(SequenceExample.WINDOW);
    assertThat(example.orElseThrow().before().getFirst().item()).isEqualTo(new ItemId("i28"));
    assertThat(example.orElseThrow().fromStart()).isFalse();
  }

  private static HistoryEntry entry(int at, String item, Signal signal) {
    return new HistoryEntry("f" + at, new ItemId(item), signal, 1, at);
  }

  private static UserHistory history(HistoryEntry... entries) {
    return new UserHistory(new UserId("u"), entries.length, List.of(entries));
  }
}
