package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.Catalogue;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.sequence.SequenceSettings;
import io.lorecast.store.LikeFeed.Like;
import io.lorecast.store.SequenceStore.Head;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequenceWriterTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final List<ItemId> POOL =
      IntStream.range(0, 40).mapToObj(i -> new ItemId("i" + i)).toList();

  private final InMemoryLearningStore learning =
      new InMemoryLearningStore(new InMemoryChangeFeed());
  private final InMemoryLikeFeed feed = new InMemoryLikeFeed();
  private final SequenceStore store = new InMemorySequenceStore();
  private final SequenceWriter writer = writer("one", store);

  private InteractionWeights weights() {
    return InteractionWeights.defaults();
  }

  @Test
  void tooFewLikesAreNoRound() {
    like(0, SequenceWriter.LEAST_LIKES - 1);

    assertThat(Answer.of(writer.round(NOW, POOL))).isZero();
    assertThat(Answer.of(store.head())).isEqualTo(Head.NONE);
  }

  @Test
  void aRoundLearnsWhatWaitsOnce() {
    like(0, 600);

    assertThat(Answer.of(writer.round(NOW, POOL))).isEqualTo(600);
    assertThat(Answer.of(writer.round(NOW, POOL))).isZero();

    assertThat(Answer.of(store.head()).revision()).isEqualTo(1);
    assertThat(rows(store).rows()).isNotEmpty();
  }

  @Test
  void anotherProcessWaitsForTheLeaseThenGoesOnWithTheSameResult() {
    SequenceStore undisturbed = new InMemorySequenceStore();
    SequenceWriter alone = writer("alone", undisturbed);
    SequenceWriter other = writer("other", store);
    like(0, 600);
    Answer.of(writer.round(NOW, POOL));
    Answer.of(alone.round(NOW, POOL));
    like(600, 1_200);

    assertThat(Answer.of(other.round(NOW, POOL))).isZero();
    assertThat(Answer.of(other.round(NOW.plus(Duration.ofHours(1)), POOL))).isEqualTo(600);
    Answer.of(alone.round(NOW, POOL));

    assertSame(rows(store), rows(undisturbed));
  }

  @Test
  void aRoundThatWasOvertakenIsNotPublished() {
    like(0, 600);
    OvertakenSequenceStore overtaken = new OvertakenSequenceStore(store, NOW);

    assertThat(Answer.of(writer("slow", overtaken).round(NOW, POOL))).isZero();

    assertThat(Answer.of(store.head())).isEqualTo(Head.NONE);
  }

  @Test
  void aReplicaBringsTheRowsToTheCatalogueAndToTheNextOne() {
    SequenceReplica replica = new SequenceReplica(store);
    like(0, 600);
    Answer.of(writer.round(NOW, POOL));
    Catalogue first = catalogue();
    Catalogue second = catalogue();

    Answer.of(replica.refresh(first));
    assertThat(first.hasSequence()).isTrue();
    Answer.of(replica.refresh(second));
    assertThat(second.hasSequence()).isTrue();
  }

  private static Catalogue catalogue() {
    return new Catalogue(
        FittedModel.unfitted(ContentSpace.NONE),
        LearnerSettings.defaults(),
        RankingSettings.defaults());
  }

  private SequenceWriter writer(String owner, SequenceStore into) {
    return new SequenceWriter(owner, into, feed, learning, SequenceSettings.defaults());
  }

  /** Each of 50 users likes the next item in turn. */
  private void like(int from, int to) {
    List<Interaction> likes = new ArrayList<>();
    for (int i = from; i < to; i++) {
      likes.add(
          new Interaction(
              "f" + i,
              new UserId("u" + i % 50),
              POOL.get((i / 50 + i % 50) % POOL.size()),
              InteractionKind.LIKE,
              null,
              NOW.plusSeconds(i)));
    }
    Answer.of(
        new LearningWriter(new Learner(weights(), LearnerSettings.defaults()), learning)
            .learn(likes));
    Answer.of(
        feed.append(likes.stream().map(one -> new Like(one.user(), one.feedbackId())).toList()));
  }

  private static SequenceModel rows(SequenceStore store) {
    return Answer.of(SequenceRows.since(store, Answer.of(store.head()), 0));
  }

  private static void assertSame(SequenceModel actual, SequenceModel expected) {
    assertThat(actual.rows().keySet()).isEqualTo(expected.rows().keySet());
    expected.rows().forEach((item, row) -> assertThat(actual.rows().get(item)).isEqualTo(row));
    assertThat(actual.start()).isEqualTo(expected.start());
  }
}
