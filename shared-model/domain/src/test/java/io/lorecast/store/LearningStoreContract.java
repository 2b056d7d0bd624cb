package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.CountIncrement;
import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearningStep;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.PairIncrement;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Context;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.ChangeFeed.Changes;
import io.lorecast.store.LearningStore.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link LearningStore} does. */
public abstract class LearningStoreContract {

  private static final UserId ANN = new UserId("ann");
  private static final UserId BEN = new UserId("ben");
  private static final ItemId A = new ItemId("a");
  private static final ItemId B = new ItemId("b");
  // Above 2^53, where a double no longer tells neighbouring integers apart.
  private static final long HUGE = (1L << 60) + 1;

  /** How many likers the stores under test keep with an item. */
  protected static final int LIKERS_KEPT = 2;

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract LearningStore store();

  /** Returns the feed that {@link #store} announces its changes in. */
  protected abstract ChangeFeed feed();

  private static HistoryEntry liked(String id, ItemId item, long at) {
    return new HistoryEntry(id, item, Signal.LIKED, 0.1f, at);
  }

  private static CountIncrement count(ItemId item, long sign) {
    return new CountIncrement(item, sign, sign, 7, sign * HUGE, 40, sign * 3, Context.NONE);
  }

  private static LearningStep step(
      UserId user, long revision, HistoryEntry entry, PairIncrement... pairs) {
    return new LearningStep(user, revision, entry, List.of(pairs), count(entry.item(), 1));
  }

  private List<Outcome> apply(LearningStep... steps) {
    return Answer.of(store().apply(List.of(steps)));
  }

  private UserHistory history(UserId user) {
    return Answer.of(store().histories(List.of(user))).get(user);
  }

  private ItemCounts counts(ItemId item) {
    return Answer.of(store().counts(List.of(item))).get(item);
  }

  private NeighbourRow row(ItemId item) {
    return Answer.of(store().neighbours(List.of(item))).get(item);
  }

  @Test
  void whatNobodyHasTouchedIsEmpty() {
    assertThat(history(ANN)).isEqualTo(UserHistory.empty(ANN));
    assertThat(Answer.of(store().seen(ANN))).isEmpty();
    assertThat(counts(A)).isEqualTo(ItemCounts.NONE);
    assertThat(row(A)).isEqualTo(NeighbourRow.EMPTY);
    assertThat(Answer.of(store().apply(List.of()))).isEmpty();
    assertThat(Answer.of(store().histories(List.of()))).isEmpty();
  }

  @Test
  void aStepChangesTheHistoryTheSeenItemsTheRowsAndTheCounters() {
    HistoryEntry entry = new HistoryEntry("f1", A, Signal.OTHER, -0.3f, 1_700_000_000_123L);

    List<Outcome> outcomes =
        apply(
            step(
                ANN,
                0,
                entry,
                new PairIncrement(A, Signal.OTHER, B, 5),
                new PairIncrement(B, Signal.LIKED, A, HUGE),
                new PairIncrement(B, Signal.LIKED, A, 2)));

    assertThat(outcomes).containsExactly(Outcome.APPLIED);
    assertThat(history(ANN)).isEqualTo(new UserHistory(ANN, 1, List.of(entry)));
    assertThat(Answer.of(store().seen(ANN))).containsExactly(A);
    assertThat(row(A)).isEqualTo(new NeighbourRow(Map.of(), Map.of(B, 5L)));
    assertThat(row(B)).isEqualTo(new NeighbourRow(Map.of(A, HUGE + 2), Map.of()));
    assertThat(counts(A))
        .isEqualTo(new ItemCounts(1, 1, Map.of(7L, HUGE), Map.of(40L, 3L), Map.of()));
  }

  @Test
  void anInteractionIsAppliedOnceWhateverRevisionItComesWith() {
    LearningStep step = step(ANN, 0, liked("f1", A, 10), new PairIncrement(A, Signal.LIKED, B, 1));

    assertThat(apply(step, step)).containsExactly(Outcome.APPLIED, Outcome.DUPLICATE);
    assertThat(apply(step)).containsExactly(Outcome.DUPLICATE);
    assertThat(apply(step(ANN, 1, liked("f1", B, 99)))).containsExactly(Outcome.DUPLICATE);

    assertThat(history(ANN).revision()).isEqualTo(1);
    assertThat(counts(A).events()).isEqualTo(1);
    assertThat(row(A).liked()).containsOnly(Map.entry(B, 1L));
  }

  @Test
  void theSameIdOfTwoUsersIsTwoInteractions() {
    assertThat(apply(step(ANN, 0, liked("f1", A, 10)), step(BEN, 0, liked("f1", A, 10))))
        .containsOnly(Outcome.APPLIED);

    assertThat(counts(A).events()).isEqualTo(2);
  }

  @Test
  void aStepOnAnOutdatedHistoryChangesNothing() {
    apply(step(ANN, 0, liked("f1", A, 10)));

    List<Outcome> outcomes =
        apply(
            step(ANN, 0, liked("f2", B, 20), new PairIncrement(B, Signal.LIKED, A, 1)),
            step(ANN, 2, liked("f3", B, 30)),
            step(BEN, 0, liked("f4", A, 40)));

    assertThat(outcomes).containsExactly(Outcome.CONFLICT, Outcome.CONFLICT, Outcome.APPLIED);
    assertThat(history(ANN).entries()).containsExactly(liked("f1", A, 10));
    assertThat(counts(B)).isEqualTo(ItemCounts.NONE);
    assertThat(row(B)).isEqualTo(NeighbourRow.EMPTY);
  }

  @Test
  void stepsOfOneUserInOneGroupFollowEachOther() {
    assertThat(apply(step(ANN, 0, liked("f1", A, 10)), step(ANN, 1, liked("f2", B, 20))))
        .containsExactly(Outcome.APPLIED, Outcome.APPLIED);

    assertThat(history(ANN))
        .isEqualTo(new UserHistory(ANN, 2, List.of(liked("f1", A, 10), liked("f2", B, 20))));
  }

  @Test
  void aStepAfterOneThatWasOvertakenIsNotAppliedEvenIfItsRevisionIsReached() {
    LearningStep first = step(ANN, 0, liked("f1", A, 10));
    LearningStep second = step(ANN, 1, liked("f2", B, 20)); // computed as if first were applied
    apply(step(ANN, 0, liked("other writer", A, 5)));

    assertThat(apply(first, second)).containsExactly(Outcome.CONFLICT, Outcome.CONFLICT);

    assertThat(history(ANN).entries()).containsExactly(liked("other writer", A, 5));
  }

  @Test
  void aStepAfterADuplicateIsNotApplied() {
    apply(step(ANN, 0, liked("f1", A, 10)));

    assertThat(apply(step(ANN, 0, liked("f1", A, 10)), step(ANN, 1, liked("f2", B, 20))))
        .containsExactly(Outcome.DUPLICATE, Outcome.CONFLICT);
    assertThat(apply(step(ANN, 0, liked("f3", B, 5)), step(ANN, 1, liked("f1", A, 10))))
        .containsExactly(Outcome.CONFLICT, Outcome.DUPLICATE);
  }

  @Test
  void lateEntriesTakeTheirPlaceByTimeThenId() {
    apply(
        step(ANN, 0, liked("m", A, 20)),
        step(ANN, 1, liked("z", A, 10)),
        step(ANN, 2, liked("mm", B, 20)),
        step(ANN, 3, liked("a", B, 20)),
        step(ANN, 4, liked("b", B, -10)));

    assertThat(history(ANN).entries())
        .extracting(HistoryEntry::feedbackId)
        .containsExactly("b", "z", "a", "m", "mm");
  }

  @Test
  void onlyTheLatestEntriesAreKeptButEverythingIsRemembered() {
    int many = UserHistory.KEPT + 20;
    for (int start = 0; start < many; start += 20) {
      int first = start;
      LearningStep[] steps =
          IntStream.range(first, first + 20)
              .mapToObj(i -> step(ANN, i, liked("f" + i, new ItemId("i" + i), i)))
              .toArray(LearningStep[]::new);
      assertThat(apply(steps)).containsOnly(Outcome.APPLIED);
    }

    assertThat(apply(step(ANN, many, liked("f3", new ItemId("i3"), 3))))
        .containsExactly(Outcome.DUPLICATE);
    UserHistory history = history(ANN);
    assertThat(history.revision()).isEqualTo(many);
    assertThat(history.entries()).hasSize(UserHistory.KEPT);
    assertThat(history.entries().getFirst()).isEqualTo(liked("f20", new ItemId("i20"), 20));
    assertThat(Answer.of(store().seen(ANN))).hasSize(many);
  }

  @Test
  void aStepOfHundredsOfPairsIsApplied() {
    PairIncrement[] pairs =
        IntStream.range(0, 9_000)
            .mapToObj(i -> new PairIncrement(new ItemId("r" + i % 900), Signal.LIKED, B, i))
            .toArray(PairIncrement[]::new);

    apply(step(ANN, 0, liked("f1", A, 10), pairs));

    // 899 + 1799 + ... + 8999 = 10 * 899 + 900 * 45
    assertThat(row(new ItemId("r899")).liked()).containsOnly(Map.entry(B, 49_490L));
  }

  @Test
  void aCounterThatComesBackToZeroIsGone() {
    apply(step(ANN, 0, liked("f1", A, 10), new PairIncrement(A, Signal.LIKED, B, 4)));

    apply(step(ANN, 1, liked("f2", B, 20), new PairIncrement(A, Signal.LIKED, B, -4)));

    assertThat(row(A)).isEqualTo(NeighbourRow.EMPTY);
  }

  @Test
  void anAppliedStepAnnouncesItsItemAsCounted() {
    apply(step(ANN, 0, liked("f1", A, 10)));
    long revision = Answer.of(feed().since(0)).revision();

    apply(step(ANN, 0, liked("f1", A, 10)));
    apply(step(ANN, 1, liked("f2", B, 20)));

    Changes later = Answer.of(feed().since(revision));
    assertThat(later.items()).isEmpty();
    assertThat(later.counted()).containsExactly(B);
    assertThat(Answer.of(feed().since(0)).counted()).containsExactlyInAnyOrder(A, B);
  }

  @Test
  void anItemWhoseContentChangedTooIsNotAnnouncedAsCountedAlone() {
    Answer.of(feed().announce(List.of(A)));

    apply(step(ANN, 0, liked("f1", A, 10)));

    Changes changes = Answer.of(feed().since(0));
    assertThat(changes.items()).containsExactly(A);
    assertThat(changes.counted()).isEmpty();
  }

  @Test
  void theLikersOfAnItemAreTheLastWhateverTheOrderTheyCameIn() {
    UserId cid = new UserId("cid");
    apply(
        step(cid, 0, liked("f1", A, 30)),
        step(ANN, 0, liked("f1", A, 40)),
        step(ANN, 1, liked("f2", A, 10)),
        step(BEN, 0, liked("f1", A, 20)),
        step(BEN, 1, new HistoryEntry("f2", A, Signal.OTHER, 0, 90)),
        step(BEN, 2, liked("f3", B, 50)));

    assertThat(likers()).isEqualTo(Map.of(A, List.of(ANN, cid), B, List.of(BEN)));

    assertThat(Answer.of(store().forget(ANN, 2, List.of(), List.of(count(A, -1), count(A, -1)))))
        .isTrue();
    assertThat(likers()).isEqualTo(Map.of(A, List.of(cid), B, List.of(BEN)));
  }

  @Test
  void whatIsLikedInAContextIsCountedForEachOfItsValuesAndTakenBack() {
    Context context = new Context(List.of("device:phone", "region:DE"));
    CountIncrement there = new CountIncrement(A, 1, 1, 7, HUGE, 40, 3, context);
    CountIncrement taken = new CountIncrement(A, -1, -1, 7, -HUGE, 40, -3, context);
    LearningStep step = new LearningStep(ANN, 0, liked("f1", A, 10), List.of(), there);

    apply(step, step, step(BEN, 0, liked("f1", A, 10)));

    assertThat(counts(A).contexts())
        .isEqualTo(Map.of("device:phone", Map.of(7L, HUGE), "region:DE", Map.of(7L, HUGE)));
    assertThat(Answer.of(store().forget(ANN, 1, List.of(), List.of(taken)))).isTrue();
    assertThat(counts(A))
        .isEqualTo(new ItemCounts(1, 1, Map.of(7L, HUGE), Map.of(40L, 3L), Map.of()));
  }

  private Map<ItemId, List<UserId>> likers() {
    return Answer.of(store().likers(List.of(A, B)));
  }

  @Test
  void aForgottenUserLeavesNoTrace() {
    apply(step(ANN, 0, liked("f1", A, 10), new PairIncrement(A, Signal.LIKED, B, HUGE)));

    boolean forgotten =
        Answer.of(
            store()
                .forget(
                    ANN,
                    1,
                    List.of(new PairIncrement(A, Signal.LIKED, B, -HUGE)),
                    List.of(count(A, -1))));

    assertThat(forgotten).isTrue();
    whatNobodyHasTouchedIsEmpty();
    assertThat(apply(step(ANN, 0, liked("f1", A, 10)))).containsExactly(Outcome.APPLIED);
  }

  @Test
  void aUserWhoDidSomethingMeanwhileIsNotForgotten() {
    apply(step(ANN, 0, liked("f1", A, 10)), step(ANN, 1, liked("f2", B, 20)));

    assertThat(Answer.of(store().forget(ANN, 1, List.of(), List.of(count(A, -1))))).isFalse();

    assertThat(history(ANN).revision()).isEqualTo(2);
    assertThat(counts(A).events()).isEqualTo(1);
  }
}
