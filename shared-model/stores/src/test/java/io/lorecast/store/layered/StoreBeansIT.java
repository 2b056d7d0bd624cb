package io.lorecast.store.layered;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.store.Answer;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.GraphStore;
import io.lorecast.store.HotStateRebuild;
import io.lorecast.store.ItemStore;
import io.lorecast.store.LearningStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStores;
import io.lorecast.store.WeightStore;
import io.lorecast.store.testing.LocalStoresResource;
import io.lorecast.vector.Embedding;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stores as an application gets them, from its configuration alone. */
@QuarkusTest
@QuarkusTestResource(LocalStoresResource.class)
class StoreBeansIT {

  @Inject ItemStore items;
  @Inject FeedbackLog log;
  @Inject LearningStore learning;
  @Inject ChangeFeed changes;
  @Inject GraphStore graph;
  @Inject ModelStore model;
  @Inject WeightStore weights;
  @Inject VectorStores vectors;
  @Inject HotStateRebuild rebuild;

  @Test
  void everyStoreAnswers() {
    assertThat(Answer.of(items.all())).isEmpty();
    assertThat(Answer.of(log.all())).isEmpty();
    assertThat(Answer.of(learning.counts(List.of(new ItemId("a"))))).hasSize(1);
    assertThat(Answer.of(graph.degrees(List.of(new EntityId("item:a"))))).hasSize(1);
    assertThat(Answer.of(model.current())).isEmpty();
    assertThat(Answer.of(weights.current())).isEmpty();
  }

  @Test
  void encodedTextsAreRemembered() {
    Answer.of(vectors.encoded().save("hash", Embedding.of(1f)));

    assertThat(Answer.of(vectors.encoded().findAll(List.of("hash", "other"))))
        .containsOnlyKeys("hash");
    Answer.of(vectors.encoded().removeAll(List.of("hash")));
    assertThat(Answer.of(vectors.encoded().find("hash"))).isEmpty();
  }

  @Test
  void aRebuildBeginsAGeneration() {
    Answer.of(rebuild.run());

    assertThat(Answer.of(changes.since(0)).generation()).isNotEmpty();
  }
}
