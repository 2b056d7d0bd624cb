package io.lorecast.store.layered;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.Answer;
import io.lorecast.store.ChangeFeed.Changes;
import io.lorecast.store.HotStateRebuild;
import io.lorecast.store.LearningWriter;
import io.lorecast.store.testing.LocalServers;
import io.lorecast.store.testing.TestStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whatever is delivered how often, in which order and from where: the state is the same. */
class SameStateIT {

  private static final long START = 1_700_000_000_000L;
  private static final Learner LEARNER =
      new Learner(InteractionWeights.defaults(), LearnerSettings.defaults());

  /** Several at each moment, so that ids decide the order too; ids in another order than time. */
  private static List<Interaction> interactions(int users, int count) {
    Random random = new Random(20260101);
    List<Interaction> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      InteractionKind kind = random.nextBoolean() ? InteractionKind.LIKE : InteractionKind.RATING;
      all.add(
          new Interaction(
              "f" + Integer.reverse(i),
              new UserId("user " + random.nextInt(users)),
              new ItemId("item " + random.nextInt(40)),
              kind,
              kind == InteractionKind.RATING ? 1 + random.nextInt(5) * 1.0 : null,
              Instant.ofEpochMilli(START + i / 3 * 3_600_000L)));
    }
    return all;
  }

  private static void deliver(Stores stores, List<Interaction> interactions, int group) {
    LearningWriter writer = new LearningWriter(LEARNER, stores.learning(2));
    for (int start = 0; start < interactions.size(); start += group) {
      List<Interaction> part =
          interactions.subList(start, Math.min(interactions.size(), start + group));
      Answer.of(stores.feedbackLog().append(part));
      Answer.of(writer.learn(part));
    }
  }

  private static Stores rebuilt(String tenant, Map<String, Long> progress) {
    Stores stores = TestStores.of(tenant, LocalServers.newTenant());
    LearningWriter writer = new LearningWriter(LEARNER, stores.learning(2));
    HotStateRebuild rebuild =
        new HotStateRebuild(
            stores.copies(), stores.feedbackLog(), writer, stores.changes(), () -> "rebuilt");
    Answer.of(rebuild.run(progress::put));
    return stores;
  }

  @Test
  void threeShuffledDeliveriesFromEightThreadsLeaveWhatOneOrderedDeliveryLeaves()
      throws InterruptedException, ExecutionException {
    List<Interaction> once = interactions(6, 240);
    Stores ordered = TestStores.empty();
    deliver(ordered, once, 1);
    Learned expected = Learned.of(ordered.learning(2), once);

    String tenant = LocalServers.newTenant();
    Stores shuffled = TestStores.of(tenant, tenant);
    deliverFromEightThreads(shuffled, once);

    assertThat(Learned.of(shuffled.learning(2), once)).isEqualTo(expected);
    assertThat(Answer.of(shuffled.feedbackLog().all())).containsExactlyInAnyOrderElementsOf(once);
    assertThat(Learned.of(rebuilt(tenant, new HashMap<>()).learning(2), once)).isEqualTo(expected);
  }

  @Test
  void afterASweepTheAnswersAreThoseOfAnOrderedDelivery()
      throws InterruptedException, ExecutionException {
    List<Interaction> once = interactions(30, 900);
    Stores ordered = TestStores.empty();
    deliver(ordered, once, 25);

    Stores shuffled = TestStores.empty();
    deliverFromEightThreads(shuffled, once);

    Answers answers = answers(shuffled, once);
    assertThat(answers).isEqualTo(answers(ordered, once));
    assertThat(answers.byUser().values()).allSatisfy(list -> assertThat(list).isNotEmpty());
  }

  private static Answers answers(Stores stores, List<Interaction> once) {
    return Answers.of(stores, Learned.of(stores.learning(2), once), once.getLast().at());
  }

  private static void deliverFromEightThreads(Stores stores, List<Interaction> once)
      throws InterruptedException, ExecutionException {
    List<Interaction> thrice = new ArrayList<>();
    for (int copy = 0; copy < 3; copy++) {
      thrice.addAll(once);
    }
    Collections.shuffle(thrice, new Random(8));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> deliveries = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        List<Interaction> part = new ArrayList<>();
        for (int i = thread; i < thrice.size(); i += 8) {
          part.add(thrice.get(i));
        }
        int group = 1 + thread;
        deliveries.add(threads.submit(() -> deliver(stores, part, group)));
      }
      for (Future<?> delivery : deliveries) {
        delivery.get();
      }
    }
  }

  @Test
  void aRebuildRestoresAUserWithMoreThanIsKeptAndBeginsAGeneration() {
    List<Interaction> many = interactions(1, 1_100);
    String tenant = LocalServers.newTenant();
    Stores live = TestStores.of(tenant, tenant);
    deliver(live, many.stream().sorted(byTimeThenId()).toList(), 25);
    Map<String, Long> progress = new HashMap<>();

    Stores rebuilt = rebuilt(tenant, progress);

    assertThat(Learned.of(rebuilt.learning(2), many)).isEqualTo(Learned.of(live.learning(2), many));
    assertThat(progress).containsEntry("interactions", 1_100L).containsEntry("edges", 0L);
    Changes changes = Answer.of(rebuilt.changes().since(0));
    assertThat(changes.generation()).isEqualTo("rebuilt");
    assertThat(changes.counted()).hasSize(40);
  }

  private static Comparator<Interaction> byTimeThenId() {
    return Comparator.comparing(Interaction::at).thenComparing(Interaction::feedbackId);
  }
}
