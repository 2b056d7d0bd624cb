package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryLearningStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HotStateTest {

  @Test
  void countsAndRowsAreThoseOfALearningStore() {
    HotState state = new HotState();
    InMemoryLearningStore store = new InMemoryLearningStore(new InMemoryChangeFeed());
    Learner learner = new Learner(InteractionWeights.defaults(), LearnerSettings.defaults());

    for (Interaction interaction : interactions()) {
      var step = learner.step(state.history(interaction.user()), interaction);
      state.apply(step);
      store.apply(List.of(step)).await().indefinitely();
    }

    List<ItemId> items = List.of(new ItemId("i0"), new ItemId("i1"), new ItemId("i2"));
    assertThat(state.rows(items)).isEqualTo(store.neighbours(items).await().indefinitely());
    assertThat(state.counts(items.getFirst()))
        .isEqualTo(store.counts(items).await().indefinitely().get(items.getFirst()));
  }

  private static List<Interaction> interactions() {
    Random random = new Random(1);
    List<Interaction> interactions = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      interactions.add(
          new Interaction(
              "%03d".formatted(i),
              new UserId("u" + random.nextInt(3)),
              new ItemId("i" + random.nextInt(8)),
              random.nextBoolean() ? InteractionKind.LIKE : InteractionKind.VIEW,
              null,
              Instant.ofEpochSecond(i)));
    }
    return interactions;
  }
}
