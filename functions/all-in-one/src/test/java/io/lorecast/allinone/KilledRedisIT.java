package io.lorecast.allinone;

import static io.lorecast.allinone.Sender.like;
import static io.lorecast.allinone.Sender.post;
import static io.lorecast.allinone.Sender.recommend;
import static io.lorecast.allinone.Sender.tryToLike;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.local.Placement;
import io.lorecast.local.RedisServer;
import io.lorecast.model.ItemId;
import io.lorecast.store.LearningStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Redis process is killed under the serving application, comes back empty, and is rebuilt. */
@QuarkusTest
@QuarkusTestResource(value = RedisOfItsOwn.class, restrictToAnnotatedClass = true)
class KilledRedisIT {

  private static final Map<String, Object> FOR_ANA = Map.of("userId", "ana", "k", 4);

  @Inject LearningStore learning;

  @ConfigProperty(name = "quarkus.redis.hosts")
  URI address;

  private RedisServer redis;

  @BeforeEach
  void start() {
    redis = another();
    rebuild();
    Sender.addCatalogue();
    like("before-1", "ana", "orbit");
    like("before-2", "cem", "harbour");
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  @Test
  void answersGoOnFeedbackIsCountedOnceAndARebuildGivesTheSameAnswers() {
    assertThat(recommend(FOR_ANA).getList("missing")).isEmpty();

    redis.kill();
    JsonPath without = recommend(FOR_ANA);
    Response refused = tryToLike("during", "ben", "gull");
    JsonPath status = when().get("/status").then().statusCode(200).extract().jsonPath();

    // Who ana is comes from the log: what she has met stays away, and she is no stranger.
    assertThat(ids(without)).hasSize(4).doesNotContain("orbit");
    assertThat(without.getString("fallback")).isNull();
    assertThat(without.getList("missing")).contains("changes");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.header("retry-after")).isNotEmpty();

    assertThat(status.getLong("interactions")).isGreaterThanOrEqualTo(2);
    assertThat(status.getBoolean("hotStateComplete")).isFalse();

    redis = another();
    assertThat(recommend(FOR_ANA).getList("missing")).contains("hot-state");
    Response retried = tryToLike("during", "ben", "gull");
    Response again = tryToLike("during", "ben", "gull");
    rebuild();

    assertThat(retried.statusCode()).as(retried.asString()).isEqualTo(200);
    assertThat(retried.jsonPath().getString("outcome")).isEqualTo("applied");
    assertThat(again.jsonPath().getString("outcome")).isEqualTo("duplicate");
    assertThat(events("gull")).isEqualTo(1);
    assertThat(events("orbit")).isEqualTo(1);
    JsonPath rebuilt = recommend(FOR_ANA);
    assertThat(rebuilt.getList("missing")).isEmpty();

    redis.kill();
    redis = another();
    rebuild();

    assertThat(events("gull")).isEqualTo(1);
    assertThat(ids(recommend(FOR_ANA))).isEqualTo(ids(rebuilt));
    assertThat(recommend(FOR_ANA).getList("items.reason"))
        .isEqualTo(rebuilt.getList("items.reason"));
  }

  @Test
  void feedbackThatNobodySentAgainIsInTheLogAndCountedByTheRebuild() {
    redis.kill();
    assertThat(tryToLike("never-again", "eva", "ledger").statusCode()).isEqualTo(503);

    redis = another();
    rebuild();

    assertThat(events("ledger")).isEqualTo(1);
    assertThat(tryToLike("never-again", "eva", "ledger").jsonPath().getString("outcome"))
        .isEqualTo("duplicate");
  }

  private RedisServer another() {
    return RedisServer.start(Placement.inMemory().withPort(address.getPort()));
  }

  private long events(String item) {
    ItemId id = new ItemId(item);
    return learning.counts(Set.of(id)).await().indefinitely().get(id).events();
  }

  private static void rebuild() {
    Response answer = post("/model-refresh", Map.of("refreshId", "rebuild", "rebuild", true));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private static List<String> ids(JsonPath answer) {
    return answer.getList("items.itemId");
  }
}
