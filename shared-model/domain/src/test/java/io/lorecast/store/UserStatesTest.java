package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UserStatesTest {

  private static final UserId ANN = new UserId("ann");
  private static final UserId BEN = new UserId("ben");

  private final FragileHotState hot = new FragileHotState();
  private final FeedbackLog log = new InMemoryFeedbackLog();
  private final LearningWriter writer =
      new LearningWriter(
          new Learner(InteractionWeights.defaults(), LearnerSettings.defaults()), hot.learning());
  private final UserStates states =
      new UserStates(hot.learning(), log, InteractionWeights.defaults());

  @Test
  void theLogSaysWhatTheHotStateSaysHoweverItCame() {
    List<Interaction> shuffled = new ArrayList<>(interactions(ANN, 30));
    Collections.shuffle(shuffled, new Random(5));
    shuffled.addAll(interactions(BEN, 3));
    deliver(shuffled);

    UserState logged = Answer.of(states.logged(ANN));

    assertThat(logged).isEqualTo(Answer.of(states.hot(ANN)));
    assertThat(logged.history().entries()).hasSize(30).isSorted();
    assertThat(logged.seen()).hasSize(7);
  }

  @Test
  void ofMoreThanIsKeptTheLatestAreThereAndEverythingIsSeen() {
    List<Interaction> many = interactions(ANN, UserHistory.KEPT + 20);
    Interaction first =
        new Interaction("first", ANN, new ItemId("old"), InteractionKind.LIKE, null, Instant.EPOCH);
    deliver(List.of(first));
    deliver(many);

    UserState logged = Answer.of(states.logged(ANN));

    assertThat(logged).isEqualTo(Answer.of(states.hot(ANN)));
    assertThat(logged.history().revision()).isEqualTo(UserHistory.KEPT + 21);
    assertThat(logged.history().entries())
        .hasSize(UserHistory.KEPT)
        .extracting(HistoryEntry::feedbackId)
        .startsWith("ann 20")
        .endsWith("ann " + (UserHistory.KEPT + 19));
    assertThat(logged.seen()).contains(new ItemId("old"));
  }

  @Test
  void somebodyUnknownHasDoneNothing() {
    assertThat(Answer.of(states.hot(ANN)).history()).isEqualTo(UserHistory.empty(ANN));
    assertThat(Answer.of(states.hot(ANN)).seen()).isEmpty();
    assertThat(Answer.of(states.logged(ANN))).isEqualTo(Answer.of(states.hot(ANN)));
  }

  @Test
  void whereTheHotStateIsDownTheLogStillAnswers() {
    deliver(interactions(ANN, 3));
    UserState before = Answer.of(states.hot(ANN));

    hot.goDown();

    assertThatThrownBy(() -> Answer.of(states.hot(ANN))).isInstanceOf(StoreException.class);
    assertThat(Answer.of(states.logged(ANN))).isEqualTo(before);
  }

  private void deliver(List<Interaction> interactions) {
    Answer.of(log.append(interactions));
    Answer.of(writer.learn(interactions));
  }

  /** In order, with seven items and every kind without a value. */
  private static List<Interaction> interactions(UserId user, int count) {
    List<InteractionKind> kinds =
        List.of(InteractionKind.LIKE, InteractionKind.VIEW, InteractionKind.DISLIKE);
    List<Interaction> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          new Interaction(
              user + " " + i,
              user,
              new ItemId("item " + i % 7),
              kinds.get(i % 3),
              null,
              Instant.ofEpochSecond(1_700_000_000L + i)));
    }
    return all;
  }
}
