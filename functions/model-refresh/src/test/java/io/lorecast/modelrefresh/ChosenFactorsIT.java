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
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody sets a regularisation that leaves nothing of the factors, but lets sweeps choose. */
@QuarkusIntegrationTest
@TestProfile(ChosenFactorsIT.Choosing.class)
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class ChosenFactorsIT {

  /** The settings. */
  public static final class Choosing implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "lorecast.model-refresh.regularisation", "1000",
          "lorecast.model-refresh.choose-factors", "true");
    }
  }

  private final Stores stores = TestStores.ofApplication();
  private final ItemStore items = stores.items();
  private final VectorStores vectors = stores.vectors();
  private final FeedbackLog log = stores.feedbackLog();
  private final ModelStore models = stores.model();

  @Test
  void constantsThatFindMoreReplaceTheOnesThatAreSet() {
    Tastes.record(items, vectors, log);
    await(models.publish(StoredModel.of(Tastes.model(1_000))));

    JsonPath answer =
        send(EventTypes.MODEL_REFRESH, "{\"refreshId\": \"choosing\"}")
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(answer.getBoolean("promoted")).isTrue();
    assertThat(answer.getDouble("heldOutNdcg"))
        .isGreaterThan(answer.getDouble("currentHeldOutNdcg") + .1);
  }
}
