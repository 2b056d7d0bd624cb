package io.lorecast.modelrefresh;

import static io.lorecast.modelrefresh.Events.sample;
import static io.lorecast.modelrefresh.Events.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lorecast.events.EventTypes;
import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Before the first item and interaction; in stores of its own. */
@QuarkusTest
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class NothingToFitIT {

  @Inject CatalogueReplica reader;

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
