package io.lorecast.recommend;

import static io.lorecast.recommend.Events.assertRefused;
import static io.lorecast.recommend.Events.sample;
import static io.lorecast.recommend.Events.send;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.lorecast.events.EventTypes;
import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Before the first item, with no likers kept; in an application, and so in stores, of its own. */
@QuarkusTest
@TestProfile(EmptyCatalogueIT.NoLikers.class)
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class EmptyCatalogueIT {

  /** As a deployment is unless it says otherwise. */
  public static final class NoLikers implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("lorecast.stores.redis.likers-kept", "0");
    }
  }

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
