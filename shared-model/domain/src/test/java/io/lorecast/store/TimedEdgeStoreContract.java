package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.TimedEdge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link TimedEdgeStore} does. */
public abstract class TimedEdgeStoreContract {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final Instant ONE = NOON.plus(Duration.ofHours(1));
  private static final Instant TWO = NOON.plus(Duration.ofHours(2));
  private static final Edge SHOWN =
      new Edge(
          new EntityId("item:cleo"),
          "shown in",
          new EntityId("place:Paris"),
          0.5f,
          Edge.Source.GRAPH);
  private static final TimedEdge MATINEE = new TimedEdge(SHOWN, Optional.of(ONE), Optional.of(TWO));

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract TimedEdgeStore store();

  private List<TimedEdge> due(Instant now) {
    return Answer.of(store().due(now, 10));
  }

  @Test
  void anEdgeIsDueWhenItBeginsAndAgainWhenItEnds() {
    Answer.of(store().schedule(List.of(MATINEE), NOON));

    assertThat(due(ONE.minusMillis(1))).isEmpty();
    assertThat(due(ONE)).containsExactly(MATINEE);
    Answer.of(store().settle(List.of(MATINEE), ONE));
    assertThat(due(TWO.minusMillis(1))).isEmpty();
    assertThat(due(TWO)).containsExactly(MATINEE);
    Answer.of(store().settle(List.of(MATINEE), TWO));
    assertThat(due(TWO.plusSeconds(99))).isEmpty();
  }

  @Test
  void anEdgeStaysDueUntilItIsSettled() {
    Answer.of(store().schedule(List.of(MATINEE), NOON));

    assertThat(due(TWO)).isEqualTo(due(TWO)).containsExactly(MATINEE);
  }

  @Test
  void aCancelledEdgeIsNeverDue() {
    Answer.of(store().schedule(List.of(MATINEE), NOON));

    Answer.of(store().cancel(List.of(SHOWN)));

    assertThat(due(TWO)).isEmpty();
    Answer.of(store().cancel(List.of(SHOWN)));
  }

  @Test
  void aNewScheduleReplacesTheOldOne() {
    Answer.of(store().schedule(List.of(MATINEE), NOON));
    TimedEdge later = new TimedEdge(SHOWN, Optional.of(TWO), Optional.empty());

    Answer.of(store().schedule(List.of(later), NOON));

    assertThat(due(ONE)).isEmpty();
    assertThat(due(TWO)).containsExactly(later);
  }

  @Test
  void anEdgeWhoseTimesArePastIsNotScheduled() {
    Answer.of(store().schedule(List.of(MATINEE), TWO));

    assertThat(due(TWO.plusSeconds(99))).isEmpty();
  }

  @Test
  void noMoreAreDueThanWereAskedFor() {
    Edge other = Edge.of(new EntityId("item:a"), "shown in", new EntityId("place:Rome"));
    Answer.of(store().schedule(List.of(MATINEE, MATINEE.withEdge(other)), NOON));

    assertThat(Answer.of(store().due(TWO, 1))).hasSize(1);
    assertThat(due(TWO)).hasSize(2);
  }
}
