package io.lorecast.recommend;

import static io.lorecast.recommend.Events.assertRefused;
import static io.lorecast.recommend.Events.sample;
import static io.lorecast.recommend.Events.send;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.lorecast.events.EventTypes;
import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Test;

/**
 * Before the first item, and with no likers kept, as by default; in an application, and so in
 * stores, of its own.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class EmptyCatalogueIT {

  @Test
  void nobodyIsFoundWhereNobodyIsKept() {
    assertRefused(
        "{\"task\": \"users-like-me\", \"userId\": \"ann\"}",
        "task",
        "must be another here: who likes what is not kept for others");
  }

  @Test
  void anEmptyCatalogueIsAnAnswerThatSaysSo() {
    send(EventTypes.RECOMMEND_REQUEST, sample("recommend-request/ordinary"))
        .statusCode(200)
        .body("items", empty())
        .body("modelVersion", equalTo("none"))
        .body("fallback", equalTo("empty-catalogue"));
  }
}
