package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Context;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link FeedbackLog} does. */
public abstract class FeedbackLogContract {

  private static final UserId ANN = new UserId("ann");
  private static final UserId BEN = new UserId("ben");

  /** Returns an empty log, or the one this instance of the test has used so far. */
  protected abstract FeedbackLog log();

  private static Interaction like(String id, UserId user, long at) {
    return interaction(id, user, InteractionKind.LIKE, null, at);
  }

  private static Interaction interaction(
      String id, UserId user, InteractionKind kind, @Nullable Double value, long at) {
    return new Interaction(
        id, user, new ItemId("item of " + id), kind, value, Instant.ofEpochMilli(at));
  }

  @Test
  void aUserWithoutInteractionsHasAnEmptyLog() {
    assertThat(Answer.of(log().ofUser(ANN))).isEmpty();
  }

  @Test
  void everyKindOfInteractionIsFoundAsItWasAppended() {
    List<Interaction> all = new ArrayList<>();
    for (InteractionKind kind : InteractionKind.values()) {
      Double value = kind.hasValue() ? 3.7 : null;
      all.add(interaction("f" + all.size(), ANN, kind, value, 1_700_000_000_000L + all.size()));
    }

    Answer.of(log().append(all));

    assertThat(Answer.of(log().ofUser(ANN))).containsExactlyElementsOf(all);
  }

  @Test
  void theContextOfAnInteractionIsKept() {
    Context context = Context.of("phone", 9, null, "DE-BE", Instant.EPOCH);
    Interaction like =
        new Interaction(
            "f",
            ANN,
            new ItemId("a"),
            InteractionKind.LIKE,
            null,
            Instant.ofEpochMilli(5),
            context);

    Answer.of(log().append(List.of(like)));

    assertThat(Answer.of(log().ofUser(ANN))).containsExactly(like);
  }

  @Test
  void interactionsOfAUserComeInTheOrderOfTimeThenId() {
    Answer.of(log().append(List.of(like("c", ANN, 20), like("b", ANN, 10))));
    Answer.of(log().append(List.of(like("a", ANN, 20), like("d", ANN, -5), like("x", BEN, 1))));

    assertThat(Answer.of(log().ofUser(ANN)))
        .extracting(Interaction::feedbackId)
        .containsExactly("d", "b", "a", "c");
  }

  @Test
  void appendingAgainInTheSameOrAnotherGroupChangesNothing() {
    Interaction once = like("f1", ANN, 10);

    Answer.of(log().append(List.of(once, once)));
    Answer.of(log().append(List.of(once)));

    assertThat(Answer.of(log().all())).containsExactly(once);
  }

  @Test
  void theSameIdOfTwoUsersIsTwoInteractions() {
    Answer.of(log().append(List.of(like("f1", ANN, 10), like("f1", BEN, 10))));

    assertThat(Answer.of(log().all())).hasSize(2);
  }

  @Test
  void appendingNothingWorks() {
    Answer.of(log().append(List.of()));

    assertThat(Answer.of(log().all())).isEmpty();
  }

  @Test
  void hundredsOfInteractionsAreAppendedInOneGroup() {
    List<Interaction> many =
        IntStream.range(0, 260).mapToObj(i -> like("f" + i, i % 2 == 0 ? ANN : BEN, i)).toList();

    Answer.of(log().append(many));

    assertThat(Answer.of(log().all())).containsExactlyInAnyOrderElementsOf(many);
    assertThat(Answer.of(log().ofUser(BEN))).hasSize(130);
  }

  @Test
  void removingAUserRemovesAllOfTheirsAndNothingElse() {
    List<Interaction> many = IntStream.range(0, 60).mapToObj(i -> like("f" + i, ANN, i)).toList();
    Answer.of(log().append(many));
    Answer.of(log().append(List.of(like("x", BEN, 1))));

    assertThat(Answer.of(log().removeUser(ANN))).isEqualTo(60);

    assertThat(Answer.of(log().all())).containsExactly(like("x", BEN, 1));
    assertThat(Answer.of(log().removeUser(ANN))).isZero();
  }
}
