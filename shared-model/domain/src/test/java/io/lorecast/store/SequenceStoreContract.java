package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.ItemId;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.sequence.SequenceRow;
import io.lorecast.store.SequenceStore.Head;
import io.lorecast.store.SequenceStore.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link SequenceStore} does. */
public abstract class SequenceStoreContract {

  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract SequenceStore store();

  @Test
  void beforeTheFirstRoundThereIsNothing() {
    assertThat(Answer.of(store().head())).isEqualTo(Head.NONE);
    assertThat(Answer.of(store().read(1))).isEmpty();
  }

  @Test
  void aRoundIsReadAsItWasPublished() {
    Lease lease = lease("one", NOW).orElseThrow();
    Head first = new Head(1, 1, "a-7");

    assertThat(publish(lease, first, rows(3, 1))).isTrue();

    assertThat(Answer.of(store().head())).isEqualTo(first);
    SequenceModel read = Answer.of(store().read(1)).orElseThrow();
    assertThat(read.rows().keySet()).isEqualTo(rows(3, 1).rows().keySet());
    assertThat(row(read, 2)).isEqualTo(row(rows(3, 1), 2));
    assertThat(read.start()).isEqualTo(rows(3, 1).start());
  }

  @Test
  void aRoundMayBeLargerThanARowOfDynamoDb() {
    Lease lease = lease("one", NOW).orElseThrow();

    publish(lease, new Head(1, 1, "1"), rows(2_000, 1)); // 2,000 * 788 bytes

    SequenceModel read = Answer.of(store().read(1)).orElseThrow();
    assertThat(read.rows()).hasSize(2_000);
    assertThat(row(read, 1_999)).isEqualTo(row(rows(2_000, 1), 1_999));
  }

  @Test
  void onlyTheNextRevisionIsPublished() {
    Lease lease = lease("one", NOW).orElseThrow();

    assertThat(publish(lease, new Head(2, 2, "1"), rows(1, 1))).isFalse();
    assertThat(publish(lease, new Head(1, 1, "1"), rows(1, 1))).isTrue();
    assertThat(publish(lease, new Head(1, 1, "2"), rows(1, 2))).isFalse();
    assertThat(publish(lease, new Head(2, 1, "2"), rows(1, 2))).isTrue();

    assertThat(Answer.of(store().head())).isEqualTo(new Head(2, 1, "2"));
    assertThat(Answer.of(store().read(1))).isPresent();
  }

  @Test
  void roundsBeforeTheBaseAreDropped() {
    Lease lease = lease("one", NOW).orElseThrow();
    publish(lease, new Head(1, 1, "1"), rows(1, 1));
    publish(lease, new Head(2, 1, "2"), rows(1, 2));
    publish(lease, new Head(3, 3, "3"), rows(1, 3));

    assertThat(Answer.of(store().read(1))).isEmpty();
    assertThat(Answer.of(store().read(2))).isEmpty();
    assertThat(row(Answer.of(store().read(3)).orElseThrow(), 0)[0]).isEqualTo(3);
  }

  @Test
  void oneAtATimeHoldsTheLease() {
    Lease one = lease("one", NOW).orElseThrow();

    assertThat(lease("other", NOW.plusSeconds(59))).isEmpty();
    assertThat(lease("one", NOW.plusSeconds(59)).orElseThrow().token()).isEqualTo(one.token());
    assertThat(lease("other", NOW.plusSeconds(100))).isEmpty(); // it was prolonged
    assertThat(lease("other", NOW.plusSeconds(119)).orElseThrow().token())
        .isEqualTo(one.token() + 1);
  }

  @Test
  void whoseLeaseRanOutUnnoticedPublishesNothing() {
    Lease slow = lease("slow", NOW).orElseThrow();
    Lease next = lease("next", NOW.plusSeconds(60)).orElseThrow();

    assertThat(publish(slow, new Head(1, 1, "slow"), rows(1, 1))).isFalse();
    assertThat(Answer.of(store().head())).isEqualTo(Head.NONE);
    assertThat(publish(next, new Head(1, 1, "next"), rows(1, 2))).isTrue();

    assertThat(row(Answer.of(store().read(1)).orElseThrow(), 0)[0]).isEqualTo(2);
  }

  private Optional<Lease> lease(String owner, Instant now) {
    return Answer.of(store().lease(owner, now, MINUTE));
  }

  private boolean publish(Lease lease, Head next, SequenceModel rows) {
    return Answer.of(store().publish(lease, next, rows));
  }

  private static SequenceModel rows(int items, float value) {
    Map<ItemId, float[]> rows = new HashMap<>();
    for (int i = 0; i < items; i++) {
      float[] row = new float[SequenceRow.SIZE];
      row[0] = value;
      row[1] = i + .5f;
      rows.put(new ItemId("item-" + i), row);
    }
    float[] start = new float[SequenceRow.SIZE];
    start[3] = -value;
    return new SequenceModel(rows, start);
  }

  private static float[] row(SequenceModel model, int item) {
    return Objects.requireNonNull(model.rows().get(new ItemId("item-" + item)));
  }
}
