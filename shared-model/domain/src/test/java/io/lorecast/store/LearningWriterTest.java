package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.LearningStore.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LearningWriterTest {

  private static final UserId ANA = new UserId("ana");
  private static final UserId BEN = new UserId("ben");
  private static final Learner LEARNER =
      new Learner(InteractionWeights.defaults(), LearnerSettings.defaults());
  private static final List<ItemId> ITEMS =
      IntStream.range(0, 12).mapToObj(i -> new ItemId("item-" + i)).toList();

  private final LearningStore store = new InMemoryLearningStore(new InMemoryChangeFeed());
  private final InMemoryFeedbackLog log = new InMemoryFeedbackLog();
  private final LearningWriter writer = new LearningWriter(LEARNER, store);

  private static Interaction like(UserId user, int item, long second) {
    return interaction(user, item, second, InteractionKind.LIKE);
  }

  private static Interaction interaction(UserId user, int item, long second, InteractionKind kind) {
    return new Interaction(
        user + "-" + second,
        user,
        ITEMS.get(item),
        kind,
        null,
        Instant.ofEpochSecond(1_700_000_000 + second));
  }

  private static List<Interaction> someDays() {
    Random random = new Random(7);
    return Stream.of(ANA, BEN)
        .flatMap(
            user ->
                IntStream.range(0, 60)
                    .mapToObj(
                        i ->
                            interaction(
                                user,
                                random.nextInt(ITEMS.size()),
                                i,
                                random.nextInt(3) == 0
                                    ? InteractionKind.VIEW
                                    : InteractionKind.LIKE)))
        .toList();
  }

  private static <T> T get(io.smallrye.mutiny.Uni<T> uni) {
    return uni.await().indefinitely();
  }

  private static Map<ItemId, NeighbourRow> rows(LearningStore store) {
    return get(store.neighbours(ITEMS));
  }

  private static Map<ItemId, ItemCounts> counts(LearningStore store) {
    return get(store.counts(ITEMS));
  }

  @Test
  void eachInteractionOfAGroupIsLearnedOnceInItsOrder() {
    Interaction first = like(ANA, 0, 1);
    Interaction second = like(ANA, 1, 2);

    List<Outcome> outcomes = get(writer.learn(List.of(first, second, first)));

    assertThat(outcomes).containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.DUPLICATE);
    assertThat(get(store.histories(Set.of(ANA))).get(ANA).revision()).isEqualTo(2);
    assertThat(counts(store).get(ITEMS.get(0)).likes()).isEqualTo(1);
  }

  @Test
  void whatAnotherWriterOvertookIsComputedAgain() {
    LearningStore overtaken = new OvertakenOnce(store, new LearningWriter(LEARNER, store));

    List<Outcome> outcomes =
        get(new LearningWriter(LEARNER, overtaken).learn(List.of(like(ANA, 0, 1))));

    assertThat(outcomes).containsExactly(Outcome.APPLIED);
    assertThat(get(store.histories(Set.of(ANA))).get(ANA).entries()).hasSize(2);
    // Both likes stand next to each other, so each is the other's neighbour by a whole pair.
    assertThat(rows(store).get(ITEMS.get(0)).liked()).containsOnlyKeys(ITEMS.get(5));
  }

  @Test
  void anyOrderWithDuplicatesGivesTheSameCounters() {
    List<Interaction> ordered = someDays();
    List<Interaction> shuffled = new ArrayList<>(ordered);
    shuffled.addAll(ordered);
    Collections.shuffle(shuffled, new Random(3));
    LearningStore other = new InMemoryLearningStore(new InMemoryChangeFeed());

    get(writer.learn(ordered));
    shuffled.forEach(one -> get(new LearningWriter(LEARNER, other).learn(List.of(one))));

    assertThat(rows(other)).isEqualTo(rows(store));
    assertThat(counts(other)).isEqualTo(counts(store));
    assertThat(get(other.histories(Set.of(ANA, BEN))))
        .isEqualTo(get(store.histories(Set.of(ANA, BEN))));
  }

  @Test
  void erasingAUserLeavesWhatTheOthersTaught() {
    List<Interaction> all = someDays();
    get(log.append(all));
    get(writer.learn(all));
    LearningStore withoutAna = new InMemoryLearningStore(new InMemoryChangeFeed());
    List<Interaction> ofBen = all.stream().filter(one -> one.user().equals(BEN)).toList();
    get(new LearningWriter(LEARNER, withoutAna).learn(ofBen));

    long erased = get(new LearningEraser(LEARNER, store, log).erase(ANA));

    assertThat(erased).isEqualTo(60);
    assertThat(rows(store)).isEqualTo(rows(withoutAna));
    assertThat(get(store.seen(ANA))).isEmpty();
    assertThat(get(log.ofUser(ANA))).isEmpty();
    assertThat(get(log.ofUser(BEN))).hasSize(60);
  }

  @Test
  void anErasureThatBrokeOffBeforeTheLogIsCompletedWithoutTakingBackTwice() {
    List<Interaction> all = someDays();
    get(log.append(all));
    get(writer.learn(all));
    get(new LearningEraser(LEARNER, store, log).erase(ANA));
    Map<ItemId, NeighbourRow> once = rows(store);
    get(log.append(all.stream().filter(one -> one.user().equals(ANA)).toList()));

    long erased = get(new LearningEraser(LEARNER, store, log).erase(ANA));

    assertThat(erased).isEqualTo(60);
    assertThat(rows(store)).isEqualTo(once);
  }

  @Test
  void whatWasLoggedButNeverLearnedIsNotTakenBack() {
    Interaction learned = like(ANA, 0, 1);
    get(log.append(List.of(learned, like(ANA, 1, 2))));
    get(writer.learn(List.of(learned)));

    get(new LearningEraser(LEARNER, store, log).erase(ANA));

    assertThat(counts(store).get(ITEMS.get(1))).isEqualTo(ItemCounts.NONE);
    assertThat(counts(store).get(ITEMS.get(0)).likes()).isZero();
  }
}
