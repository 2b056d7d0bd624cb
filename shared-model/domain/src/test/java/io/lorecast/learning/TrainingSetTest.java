package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSetTest {

  private static final UserId ANNA = new UserId("anna");
  private static final UserId BELA = new UserId("bela");
  private static final List<ItemId> ITEMS = List.of(new ItemId("a"), new ItemId("b"));

  private final TrainingSet training = new TrainingSet(InteractionWeights.defaults());

  @Test
  void likesStandBothWaysRound() {
    training.add(BELA, entry("1", "a", Signal.LIKED, 1, 1));
    training.add(ANNA, entry("2", "a", Signal.LIKED, 1, 2));
    training.add(ANNA, entry("3", "b", Signal.LIKED, 1, 3));

    TrainingSet.Likes likes = training.likes(ITEMS);

    assertThat(likes.byUser()).isDeepEqualTo(new int[][] {{0, 1}, {0}});
    assertThat(likes.byItem()).isDeepEqualTo(new int[][] {{0, 1}, {0}});
  }

  @Test
  void theLaterOpinionDecidesWhateverComesFirst() {
    training.add(ANNA, entry("2", "a", Signal.OTHER, -1, 2));
    training.add(ANNA, entry("1", "a", Signal.LIKED, 1, 1));

    assertThat(training.likes(ITEMS).byUser()).isEmpty();
  }

  @Test
  void aViewNeverUndoesALike() {
    training.add(ANNA, entry("1", "a", Signal.LIKED, 1, 1));
    training.add(ANNA, entry("2", "a", Signal.OTHER, .1f, 2));

    assertThat(training.likes(ITEMS).byUser()).isDeepEqualTo(new int[][] {{0}});
  }

  @Test
  void anItemThatIsGoneIsLeftOut() {
    training.add(ANNA, entry("1", "gone", Signal.LIKED, 1, 1));

    assertThat(training.likes(ITEMS).byUser()).isEmpty();
  }

  private static HistoryEntry entry(String id, String item, Signal signal, float weight, long at) {
    return new HistoryEntry(id, new ItemId(item), signal, weight, at);
  }
}
