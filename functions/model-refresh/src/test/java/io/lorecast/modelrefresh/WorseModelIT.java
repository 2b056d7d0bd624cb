package io.lorecast.modelrefresh;

import static io.lorecast.modelrefresh.Events.send;
import static io.lorecast.modelrefresh.Tastes.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.events.EventTypes;
import io.lorecast.store.CatalogueReplica;
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

/** Somebody sets a regularisation that leaves nothing of the factors. */
@QuarkusIntegrationTest
@TestProfile(WorseModelIT.HeldBack.class)
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class WorseModelIT {

  /** The setting. */
  public static final class HeldBack implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("lorecast.model-refresh.regularisation", "1000");
    }
  }

  private final Stores stores = TestStores.ofApplication();
  private final ItemStore items = stores.items();
  private final VectorStores vectors = stores.vectors();
  private final FeedbackLog log = stores.feedbackLog();
  private final ModelStore models = stores.model();
  private final CatalogueReplica reader = TestStores.reader(stores);

  @Test
  void aWorseModelIsNotPromotedAndReadersKeepTheOneBefore() {
    Tastes.record(items, vectors, log);
    StoredModel good = StoredModel.of(Tastes.model(.02));
    await(models.publish(good));

    JsonPath answer =
        send(EventTypes.MODEL_REFRESH, "{\"refreshId\": \"worse\"}")
            .statusCode(200)
            .extract()
            .jsonPath();
    await(reader.refresh());

    assertThat(answer.getBoolean("promoted")).isFalse();
    assertThat(answer.getString("version")).isEqualTo(good.version().name());
    assertThat(answer.getDouble("heldOutNdcg"))
        .isLessThan(answer.getDouble("currentHeldOutNdcg") - .1);
    assertThat(await(models.currentVersion())).contains(good.version());
    assertThat(reader.modelVersion()).isEqualTo(good.version().name());
  }
}
