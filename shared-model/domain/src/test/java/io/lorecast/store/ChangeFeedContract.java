package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.ItemId;
import io.lorecast.store.ChangeFeed.Changes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ChangeFeed} does. */
public abstract class ChangeFeedContract {

  private static final ItemId A = new ItemId("a");
  private static final ItemId B = new ItemId("b");

  /** Returns an empty feed, or the one this instance of the test has used so far. */
  protected abstract ChangeFeed feed();

  @Test
  void aFeedWithoutALifeIsEmpty() {
    Changes changes = Answer.of(feed().since(0));

    assertThat(changes.generation()).isEmpty();
    assertThat(changes.items()).isEmpty();
    assertThat(changes.counted()).isEmpty();
  }

  @Test
  void aReaderSeesWhatChangedAfterItsLastQuestion() {
    Answer.of(feed().announce(List.of(A)));
    Changes first = Answer.of(feed().since(0));

    Answer.of(feed().announce(List.of(B)));

    assertThat(first.items()).containsExactly(A);
    assertThat(Answer.of(feed().since(first.revision())).items()).containsExactly(B);
  }

  @Test
  void anItemThatChangesAgainIsSeenAgain() {
    Answer.of(feed().announce(List.of(A, B)));
    long revision = Answer.of(feed().since(0)).revision();

    Answer.of(feed().announce(List.of(A)));

    assertThat(Answer.of(feed().since(revision)).items()).containsExactly(A);
    assertThat(Answer.of(feed().since(0)).items()).containsExactlyInAnyOrder(A, B);
  }

  @Test
  void aReaderThatIsUpToDateSeesNothing() {
    Answer.of(feed().announce(List.of(A)));
    long revision = Answer.of(feed().since(0)).revision();

    Answer.of(feed().announce(List.of()));

    assertThat(Answer.of(feed().since(revision)).items()).isEmpty();
  }

  @Test
  void theGenerationIsTheOneLastBegun() {
    Answer.of(feed().begin("first"));
    Answer.of(feed().begin("second"));

    assertThat(Answer.of(feed().since(0)).generation()).isEqualTo("second");
  }
}
