package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.UserId;
import io.lorecast.store.LikeFeed.Batch;
import io.lorecast.store.LikeFeed.Like;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link LikeFeed} does. */
public abstract class LikeFeedContract {

  private static final Like ONE = new Like(new UserId("Zoë"), "f-1");
  private static final Like TWO = new Like(new UserId("bob"), "f 2");
  private static final Like THREE = new Like(new UserId("bob"), "f-3");

  /** Returns an empty feed, or the one this instance of the test has used so far. */
  protected abstract LikeFeed feed();

  @Test
  void anEmptyFeedLeavesThePositionAsItIs() {
    assertThat(Answer.of(feed().after(LikeFeed.BEGINNING, 5)))
        .isEqualTo(new Batch(List.of(), LikeFeed.BEGINNING));
  }

  @Test
  void likesComeInTheirOrderAndOnce() {
    Answer.of(feed().append(List.of(ONE, TWO)));
    Answer.of(feed().append(List.of(THREE)));

    Batch first = Answer.of(feed().after(LikeFeed.BEGINNING, 2));
    Batch second = Answer.of(feed().after(first.position(), 2));

    assertThat(first.likes()).containsExactly(ONE, TWO);
    assertThat(second.likes()).containsExactly(THREE);
    assertThat(Answer.of(feed().after(second.position(), 2)))
        .isEqualTo(new Batch(List.of(), second.position()));
  }

  @Test
  void theSamePositionGivesTheSameLikesAgain() {
    Answer.of(feed().append(List.of(ONE, TWO, THREE)));
    Batch first = Answer.of(feed().after(LikeFeed.BEGINNING, 1));

    assertThat(Answer.of(feed().after(first.position(), 5)))
        .isEqualTo(Answer.of(feed().after(first.position(), 5)));
    assertThat(Answer.of(feed().after(first.position(), 5)).likes()).containsExactly(TWO, THREE);
  }
}
