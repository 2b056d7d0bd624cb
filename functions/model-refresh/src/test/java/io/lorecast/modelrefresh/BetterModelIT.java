package io.lorecast.modelrefresh;

import static io.lorecast.modelrefresh.Events.send;
import static io.lorecast.modelrefresh.Tastes.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.events.EventTypes;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.ItemStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.store.VectorStores;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.testing.LocalStoresResource;
import io.lorecast.store.testing.TestStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** A model whose factors are worth nothing is current; a sweep fits a better one. */
@QuarkusIntegrationTest
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class BetterModelIT {

  /** Behind the four bytes that every model starts with. */
  private static final int FORMAT_VERSION_AT = 4;

  private final Stores stores = TestStores.ofApplication();
  private final ItemStore items = stores.items();
  private final VectorStores vectors = stores.vectors();
  private final FeedbackLog log = stores.feedbackLog();
  private final ModelStore models = stores.model();

  @Test
  void aBetterModelIsPromotedAndTheFiguresSayWhy() {
    JsonPath answer = refreshAfter(StoredModel.of(Tastes.model(1_000)), "better");

    assertThat(answer.getDouble("heldOutNdcg"))
        .isGreaterThan(answer.getDouble("currentHeldOutNdcg") + .1);
  }

  @Test
  void aModelOfAnotherVersionOfTheSoftwareIsReplaced() {
    StoredModel model = StoredModel.of(Tastes.model(1_000));
    model.content()[FORMAT_VERSION_AT]++;

    refreshAfter(model, "upgraded");
  }

  private JsonPath refreshAfter(StoredModel model, String refreshId) {
    Tastes.record(items, vectors, log);
    await(models.publish(model));

    JsonPath answer =
        send(EventTypes.MODEL_REFRESH, "{\"refreshId\": \"" + refreshId + "\"}")
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(answer.getBoolean("promoted")).isTrue();
    assertThat(await(models.currentVersion()).orElseThrow().name())
        .isEqualTo(answer.getString("version"));
    return answer;
  }
}
