package io.lorecast.feedback;

import static io.lorecast.feedback.Events.deliverAll;
import static io.lorecast.feedback.Events.sample;
import static io.lorecast.feedback.Events.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lorecast.events.EventTypes;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryLearningStore;
import io.lorecast.store.LearningStore;
import io.lorecast.store.LearningWriter;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.testing.LocalStoresResource;
import io.lorecast.store.testing.TestStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * However often, from wherever and in whichever order feedback comes, and when it is taken back.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(LocalStoresResource.class)
class ManyDeliveriesIT {

  private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");

  private final Stores stores = TestStores.ofApplication();
  private final FeedbackLog log = stores.feedbackLog();
  private final LearningStore learning = stores.learning(0);
  private final Learner learner =
      new Learner(InteractionWeights.defaults(), LearnerSettings.defaults());

  @Test
  void threeShuffledDeliveriesFromEightThreadsLeaveWhatOneOrderedDeliveryLeaves() throws Exception {
    List<Interaction> once = interactions("film", "crowd", 4, 60);
    LearningStore ordered = new InMemoryLearningStore(new InMemoryChangeFeed());
    once.forEach(
        one -> new LearningWriter(learner, ordered).learn(List.of(one)).await().indefinitely());

    List<String> outcomes = deliverAll(threeTimesShuffled(once));

    assertThat(Learned.of(learning, once)).isEqualTo(Learned.of(ordered, once));
    assertThat(Collections.frequency(outcomes, "applied")).isEqualTo(once.size());
    assertThat(Collections.frequency(outcomes, "duplicate")).isEqualTo(2 * once.size());
    assertThat(log.all().collect().asList().await().indefinitely()).containsAll(once);
  }

  @Test
  void aForgottenUserLeavesWhatWouldBeThereWithoutThem() {
    List<Interaction> ofOthers = interactions("book", "others", 2, 20);
    List<Interaction> ofOne = interactions("book", "one", 1, 10);
    ofOthers.forEach(Events::deliver);
    ofOne.forEach(Events::deliver);
    LearningStore without = new InMemoryLearningStore(new InMemoryChangeFeed());
    new LearningWriter(learner, without).learn(ofOthers).await().indefinitely();
    List<Interaction> all = new ArrayList<>(ofOthers);
    all.addAll(ofOne);

    send(EventTypes.USER_FORGOTTEN, "{\"userId\": \"one 0\"}")
        .statusCode(200)
        .header("ce-type", EventTypes.USER_ERASED)
        .body("userId", equalTo("one 0"))
        .body("interactions", equalTo(10));

    assertThat(Learned.of(learning, all)).isEqualTo(Learned.of(without, all));
    assertThat(log.ofUser(new UserId("one 0")).await().indefinitely()).isEmpty();
    assertThat(log.all().collect().asList().await().indefinitely()).containsAll(ofOthers);
  }

  @Test
  void toForgetSomebodyUnknownIsAnsweredAndHarmless() {
    send(EventTypes.USER_FORGOTTEN, sample("user-forgotten/edge-mail-address-as-id"))
        .statusCode(200)
        .body("interactions", equalTo(0));
    send(EventTypes.USER_FORGOTTEN, sample("user-forgotten/invalid/white-space-at-the-end"))
        .statusCode(400)
        .body("field", equalTo("data.userId"));
  }

  /** In order; several at each moment, with ids in another order than they are made in. */
  private static List<Interaction> interactions(String things, String who, int users, int count) {
    Random random = new Random(20260304);
    List<Interaction> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      InteractionKind kind = random.nextBoolean() ? InteractionKind.LIKE : InteractionKind.RATING;
      all.add(
          new Interaction(
              who + Integer.reverse(i),
              new UserId(who + " " + random.nextInt(users)),
              new ItemId(things + " " + random.nextInt(12)),
              kind,
              kind == InteractionKind.RATING ? 1.0 + random.nextInt(5) : null,
              START.plusSeconds(3_600L * (i / 3))));
    }
    return all;
  }

  private static List<Interaction> threeTimesShuffled(List<Interaction> once) {
    List<Interaction> thrice = new ArrayList<>();
    Collections.nCopies(3, once).forEach(thrice::addAll);
    Collections.shuffle(thrice, new Random(8));
    return thrice;
  }
}
