package io.lorecast.allinone;

import static io.lorecast.allinone.Sender.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.encoding.Encoder;
import io.lorecast.model.EntityId;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStores;
import io.lorecast.store.testing.LocalStoresResource;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the graph calls an entity is read by the language model, and survives the hot state. */
@QuarkusTest
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class LabelsIT {

  private static final EntityId THEME = new EntityId("theme:7");

  @Inject Encoder encoder;
  @Inject ModelStore models;
  @Inject VectorStores vectors;
  @Inject ReactiveRedisDataSource redis;

  @Test
  void anEntityIsAboutWhatItIsCalledAlsoAfterTheHotStateIsLost() {
    Sender.addCatalogue();
    assertThat(vector()).isEmpty();

    change(Map.of("changeId", "l-1", "added", List.of(edge()), "entities", List.of(called("Sea"))));
    assertIsAbout("Sea");

    change(Map.of("changeId", "l-2", "entities", List.of(called("Income tax"))));
    assertIsAbout("Income tax");

    redis.execute("FLUSHALL").await().indefinitely();
    assertThat(vector()).isEmpty();
    send("/model-refresh", Map.of("refreshId", "labels", "rebuild", true));
    assertIsAbout("Income tax");
  }

  private static Map<String, Object> edge() {
    return Map.of("head", "item:unheard-of", "relation", "theme", "tail", THEME.value());
  }

  private static Map<String, Object> called(String label) {
    return Map.of("entity", THEME.value(), "label", label);
  }

  private static void change(Map<String, Object> event) {
    send("/kg-updated", event);
  }

  private static void send(String path, Map<String, Object> event) {
    Response answer = post(path, event);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private void assertIsAbout(String label) {
    float[] expected = encoder.encode(label).toArray();
    float[] found = vector().orElseThrow().toArray();
    assertThat(VectorMath.cosine(found, expected)).as(label).isGreaterThan(.9999f);
  }

  private Optional<Embedding> vector() {
    String space = models.currentSpace().await().indefinitely().id();
    return vectors.entities(space).find(THEME).await().indefinitely();
  }
}
