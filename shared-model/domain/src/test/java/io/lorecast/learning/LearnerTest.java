package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Context;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LearnerTest {

  private static final UserId ANNA = new UserId("anna");
  private static final long ONE = NeighbourCounters.ONE;

  private final Learner learner =
      new Learner(InteractionWeights.defaults(), LearnerSettings.defaults());

  @Test
  void theSecondOfTwoLikesAddsOneToBothRows() {
    UserHistory history = after(like("1", "a", 1));

    LearningStep step = learner.step(history, like("2", "b", 2));

    assertThat(step.expectedRevision()).isEqualTo(1);
    assertThat(step.pairs())
        .containsExactlyInAnyOrder(
            pair("a", Signal.LIKED, "b", ONE), pair("b", Signal.LIKED, "a", ONE));
  }

  @Test
  void anItemThatWasOnlyMetHasARowButIsNeverANeighbour() {
    UserHistory history = after(like("1", "a", 1));

    LearningStep step = learner.step(history, view("2", "b", 2));

    assertThat(step.pairs()).containsExactly(pair("b", Signal.OTHER, "a", ONE));
  }

  @Test
  void eachStepOfDistanceLeavesNineTenths() {
    UserHistory history = after(like("1", "a", 1), view("2", "b", 2), view("3", "c", 3));

    LearningStep step = learner.step(history, like("4", "d", 4));

    // a is at distance 3: .9^2; the views in between are rows for d, not neighbours of it.
    assertThat(step.pairs())
        .containsExactlyInAnyOrder(
            pair("a", Signal.LIKED, "d", Math.round(ONE * .81)),
            pair("b", Signal.OTHER, "d", Math.round(ONE * .9)),
            pair("c", Signal.OTHER, "d", ONE),
            pair("d", Signal.LIKED, "a", Math.round(ONE * .81)));
  }

  @Test
  void aLateEventPushesApartThePairAroundIt() {
    UserHistory history = after(like("1", "a", 1), like("3", "c", 3));

    LearningStep step = learner.step(history, like("2", "b", 2));

    // a and c were adjacent (1) and are at distance 2 now (.9): -.1 each way.
    long apart = Math.round(ONE * .9) - ONE;
    assertThat(step.pairs())
        .contains(pair("a", Signal.LIKED, "c", apart), pair("c", Signal.LIKED, "a", apart))
        .contains(pair("a", Signal.LIKED, "b", ONE), pair("c", Signal.LIKED, "b", ONE))
        .hasSize(6);
  }

  @Test
  void theSameItemTwiceIsNoNeighbourOfItself() {
    UserHistory history = after(view("1", "a", 1));

    LearningStep step = learner.step(history, like("2", "a", 2));

    assertThat(step.pairs()).isEmpty();
  }

  @Test
  void beyondTheWindowThereAreNoPairs() {
    UserHistory history = UserHistory.empty(ANNA);
    for (int i = 0; i < 25; i++) {
      history = history.with(InteractionWeights.defaults().entry(like("0" + i, "i" + i, i)));
    }

    LearningStep step = learner.step(history, like("x", "x", 100));

    assertThat(step.pairs()).hasSize(2 * 20);
  }

  @Test
  void whatIsLikedInAContextIsTakenBackInIt() {
    Context context = new Context(List.of("device:phone"));
    Interaction like =
        new Interaction(
            "1",
            ANNA,
            new ItemId("a"),
            InteractionKind.LIKE,
            null,
            Instant.ofEpochSecond(1),
            context);

    CountIncrement added = learner.step(UserHistory.empty(ANNA), like).count();
    CountIncrement taken = learner.forget(ANNA, List.of(like)).counts().getFirst();

    assertThat(added.context()).isEqualTo(context);
    assertThat(taken.context()).isEqualTo(context);
    assertThat(taken.popularityEpoch()).isEqualTo(added.popularityEpoch());
    assertThat(taken.popularity()).isEqualTo(-added.popularity());
  }

  @Test
  void onlyALikeCountsForPopularity() {
    CountIncrement like = learner.step(UserHistory.empty(ANNA), like("1", "a", 1)).count();
    CountIncrement view = learner.step(UserHistory.empty(ANNA), view("1", "a", 1)).count();

    assertThat(List.of(like.events(), like.likes(), view.events(), view.likes()))
        .containsExactly(1L, 1L, 1L, 0L);
    assertThat(like.popularity()).isPositive();
    assertThat(view.popularity()).isZero();
  }

  @Property(tries = 300)
  void anyOrderOfArrivalWithDuplicatesGivesTheSameSums(
      @ForAll("events") List<Interaction> events, @ForAll Random random) {
    List<Interaction> shuffled = Arrays.asList(events.toArray(Interaction[]::new));
    Collections.shuffle(shuffled, random);

    Counters inOrder = new Counters(ANNA);
    events.forEach(event -> inOrder.learn(learner, event));
    Counters anyOrder = new Counters(ANNA);
    shuffled.forEach(event -> anyOrder.learn(learner, event));
    shuffled.forEach(event -> anyOrder.learn(learner, event));

    assertThat(anyOrder.sums()).isEqualTo(inOrder.sums());
    assertThat(anyOrder.history()).isEqualTo(inOrder.history());
  }

  @Property(tries = 300)
  void forgettingUndoesExactlyWhatWasAdded(
      @ForAll("events") List<Interaction> events, @ForAll Random random) {
    List<Interaction> shuffled = Arrays.asList(events.toArray(Interaction[]::new));
    Collections.shuffle(shuffled, random);
    Counters counters = new Counters(ANNA);
    shuffled.forEach(event -> counters.learn(learner, event));

    Collections.shuffle(shuffled, random);
    counters.forget(learner.forget(ANNA, shuffled));

    assertThat(counters.sums()).isEqualTo(Map.of());
  }

  @Property(tries = 100)
  void aStepNamesEachCounterOnceAndNeverWithZero(@ForAll("events") List<Interaction> events) {
    UserHistory history = after(events.toArray(Interaction[]::new));

    LearningStep step = learner.step(history, like("late", "i3", 50));

    assertThat(step.pairs()).allMatch(pair -> pair.amount() != 0);
    assertThat(step.pairs().stream().map(p -> List.of(p.row(), p.signal(), p.neighbour())))
        .doesNotHaveDuplicates();
  }

  /** Up to 60 events of one user on 12 items, in order, some at the same time. */
  @Provide
  Arbitrary<List<Interaction>> events() {
    Arbitrary<InteractionKind> kinds =
        Arbitraries.of(InteractionKind.LIKE, InteractionKind.VIEW, InteractionKind.DISLIKE);
    Arbitrary<Interaction> event =
        Combinators.combine(
                Arbitraries.integers().between(0, 999),
                Arbitraries.integers().between(0, 11),
                Arbitraries.longs().between(0, 100),
                kinds)
            .as((id, item, at, kind) -> interaction("e" + id, "i" + item, at, kind));
    return event
        .list()
        .uniqueElements(Interaction::feedbackId)
        .ofMaxSize(60)
        .map(
            list ->
                list.stream()
                    .sorted(
                        java.util.Comparator.comparing(Interaction::at)
                            .thenComparing(Interaction::feedbackId))
                    .toList());
  }

  private static UserHistory after(Interaction... interactions) {
    UserHistory history = UserHistory.empty(ANNA);
    for (Interaction interaction : interactions) {
      history = history.with(InteractionWeights.defaults().entry(interaction));
    }
    return history;
  }

  private static Interaction like(String id, String item, long at) {
    return interaction(id, item, at, InteractionKind.LIKE);
  }

  private static Interaction view(String id, String item, long at) {
    return interaction(id, item, at, InteractionKind.VIEW);
  }

  private static Interaction interaction(String id, String item, long at, InteractionKind kind) {
    return new Interaction(id, ANNA, new ItemId(item), kind, null, Instant.ofEpochSecond(at));
  }

  private static PairIncrement pair(String row, Signal signal, String neighbour, long amount) {
    return new PairIncrement(new ItemId(row), signal, new ItemId(neighbour), amount);
  }
}
