package io.lorecast.modelrefresh;

import static io.lorecast.modelrefresh.Events.sample;
import static io.lorecast.modelrefresh.Events.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lorecast.events.EventTypes;
import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.testing.LocalStoresResource;
import io.lorecast.store.testing.TestStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;

/** Before the first item and interaction; in stores of its own. */
@QuarkusIntegrationTest
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class NothingToFitIT {

  private final CatalogueReplica reader = TestStores.reader(TestStores.ofApplication());

  @Test
  void anEmptyRecordGivesAModelThatReadersCanUse() {
    String version =
        send(EventTypes.MODEL_REFRESH, sample("model-refresh/ordinary"))
            .statusCode(200)
            .body("items", equalTo(0))
            .body("users", equalTo(0))
            .body("interactions", equalTo(0))
            .extract()
            .path("version");

    reader.refresh().await().indefinitely();

    assertThat(reader.modelVersion()).isEqualTo(version);
    assertThat(reader.isHotStateComplete()).isTrue();
  }
}
