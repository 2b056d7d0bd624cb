package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.EntityId;
import io.lorecast.store.RefreshQueue.Extent;
import io.lorecast.store.RefreshQueue.Task;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RefreshQueue} does. */
public abstract class RefreshQueueContract {

  private static final EntityId CRIME = new EntityId("genre:crime: noir");
  private static final EntityId CLEO = new EntityId("item:cleo");

  /** Returns an empty queue, or the one this instance of the test has used so far. */
  protected abstract RefreshQueue queue();

  private void add(Extent extent, EntityId... nodes) {
    Answer.of(queue().add(List.of(nodes), extent));
  }

  private List<Task> oldest() {
    return Answer.of(queue().oldest(10));
  }

  @Test
  void whatWaitsLongestComesFirst() {
    add(Extent.OWN, CLEO);
    add(Extent.AROUND, CRIME);

    assertThat(oldest()).extracting(Task::node).containsExactly(CLEO, CRIME);
    assertThat(oldest()).extracting(Task::extent).containsExactly(Extent.OWN, Extent.AROUND);
    assertThat(Answer.of(queue().oldest(1))).hasSize(1);
  }

  @Test
  void aTaskWaitsOnceHoweverOftenItIsAskedFor() {
    add(Extent.AROUND, CRIME, CLEO);
    add(Extent.AROUND, CRIME);
    add(Extent.AROUND, CRIME);

    assertThat(Answer.of(queue().size())).isEqualTo(2);
    assertThat(oldest()).extracting(Task::node).containsExactly(CLEO, CRIME);
  }

  @Test
  void tasksThatAreDoneGo() {
    add(Extent.OWN, CLEO, CRIME);

    Answer.of(queue().done(oldest()));

    assertThat(oldest()).isEmpty();
    assertThat(Answer.of(queue().size())).isZero();
  }

  @Test
  void aTaskThatWasAskedForAgainMeanwhileStays() {
    add(Extent.OWN, CLEO);
    List<Task> read = oldest();
    add(Extent.OWN, CLEO);

    Answer.of(queue().done(read));

    assertThat(oldest()).extracting(Task::node).containsExactly(CLEO);
  }

  @Test
  void thousandsOfTasksAreTaken() {
    EntityId[] many =
        IntStream.range(0, 2_500).mapToObj(i -> new EntityId("item:" + i)).toArray(EntityId[]::new);

    add(Extent.OWN, many);
    add(Extent.OWN);

    assertThat(Answer.of(queue().size())).isEqualTo(2_500);
    Answer.of(queue().done(Answer.of(queue().oldest(3_000))));
    assertThat(Answer.of(queue().size())).isZero();
  }
}
