package io.lorecast.allinone;

import static io.lorecast.allinone.Sender.like;
import static io.lorecast.allinone.Sender.post;
import static io.lorecast.allinone.Sender.recommend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.events.EncodeQuery;
import io.lorecast.events.QueryEncoded;
import io.lorecast.recommend.HttpQueryEncoder;
import io.lorecast.recommend.QueryEncoder;
import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The whole loop as its user meets it, on a real Redis, DynamoDB Local and language model. */
@QuarkusTest
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndIT {

  @Inject ReactiveRedisDataSource redis;
  @Inject ObjectMapper json;

  @Test
  @Order(1)
  void anEmptyCatalogueSaysSo() {
    JsonPath answer = recommend(Map.of("userId", "ana"));

    assertThat(answer.getList("items")).isEmpty();
    assertThat(answer.getString("fallback")).isEqualTo("empty-catalogue");
  }

  @Test
  @Order(2)
  void aNewItemIsRecommendableByTheNextRequest() {
    Sender.addCatalogue();

    JsonPath similar = recommend(Map.of("similarTo", "harbour", "k", 1));

    assertThat(similar.getString("items[0].itemId")).isEqualTo("gull");
    assertThat(recommend(Map.of("k", 10)).getList("items")).hasSize(5);
  }

  @Test
  @Order(3)
  void wordsFindTheItemsThatSpeakOfThem() {
    Map<String, Object> search = Map.of("task", "search", "query", "astronauts", "k", 2);

    JsonPath found = recommend(search);

    assertThat(found.getList("items.itemId")).containsExactlyInAnyOrder("orbit", "comet");
    assertThat(found.getList("missing")).doesNotContain("query");
  }

  @Test
  @Order(4)
  void aQueryCanBeEncodedOverHttpFromAnotherProcess() {
    URI address = URI.create("http://localhost:" + RestAssured.port + "/encode-query");
    QueryEncoder http =
        new HttpQueryEncoder(address, Optional.empty(), Duration.ofMinutes(1), json);

    QueryEncoded read =
        http.encode(new EncodeQuery("money stolen from a bank", null)).await().indefinitely();

    JsonPath found =
        recommend(
            Map.of(
                "task",
                "search",
                "k",
                1,
                "vector",
                Map.of("space", read.space(), "values", read.values())));
    assertThat(found.getList("items.itemId")).containsExactly("ledger");
  }

  @Test
  @Order(5)
  void theRequestAfterALikeDiffersAndSaysWhy() {
    JsonPath before = recommend(Map.of("userId", "ana", "k", 4));

    like("e2e-1", "ana", "orbit");
    JsonPath after = recommend(Map.of("userId", "ana", "k", 4, "diversity", 0));

    assertThat(before.getString("fallback")).isEqualTo("unknown-user");
    assertThat(after.getString("fallback")).isNull();
    assertThat(after.getList("items.itemId")).doesNotContain("orbit").first().isEqualTo("comet");
    assertThat(after.getList("items.reason.sentence", String.class))
        .anySatisfy(sentence -> assertThat(sentence).contains("Low orbit"));
  }

  @Test
  @Order(6)
  void theTermsOfEveryAnswerAddUpToItsScore() throws IOException {
    String answer = post("/recommend-request", Map.of("userId", "ana", "k", 5)).asString();

    JsonNode items = new ObjectMapper().readTree(answer).path("items");
    assertThat(items).hasSize(4);
    for (JsonNode item : items) {
      double sum = 0;
      for (JsonNode term : item.path("terms")) {
        sum += term.path("value").asDouble();
      }
      assertThat(sum).isCloseTo(item.path("score").asDouble(), within(1e-5));
    }
  }

  @Test
  @Order(7)
  void withoutTheOnlyLikeTheBestItemWouldStandWhereAStrangerFindsIt() {
    like("e2e-3", "ole", "gull");
    List<Object> stranger =
        recommend(Map.of("exclude", List.of("gull", "orbit"), "diversity", 0))
            .getList("items.itemId");
    int before = 1 + stranger.indexOf("harbour");

    JsonPath english = explained("en");
    JsonPath chinese = explained("zh");

    assertThat(before).isGreaterThan(1);
    assertThat(english.getString("items[0].itemId")).isEqualTo("harbour");
    assertThat(english.getString("items[0].reason.counterfactual.sentence"))
        .isEqualTo("Without your like of The gull, this would fall from 1 to " + before + ".");
    assertThat(english.getString("items[0].contributions[0].name")).isEqualTo("The gull");
    assertThat(chinese.getString("items[0].reason.counterfactual.sentence"))
        .isEqualTo("如果您没有喜欢“The gull”，这一项会从第1位降到第" + before + "位。");
    assertThat(chinese.getString("items[0].reason.sentence")).startsWith("因为您喜欢“The gull”：");
    post("/user-forgotten", Map.of("userId", "ole")); // who would be found beside the others later
  }

  private static JsonPath explained(String language) {
    return recommend(
        Map.of(
            "userId",
            "ole",
            "exclude",
            List.of("orbit"),
            "diversity",
            0,
            "explain",
            "full",
            "language",
            language));
  }

  @Test
  @Order(8)
  void theSameFeedbackAgainIsADuplicate() {
    Map<String, Object> feedback =
        Map.of("feedbackId", "e2e-1", "userId", "ana", "itemId", "orbit", "kind", "like");

    Response again = post("/feedback", feedback);

    assertThat(again.jsonPath().getString("outcome")).isEqualTo("duplicate");
  }

  @Test
  @Order(9)
  void aModelRefreshMakesAVersionThatTheNextAnswerUses() {
    Response refreshed = post("/model-refresh", Map.of("refreshId", "e2e"));

    assertThat(refreshed.statusCode()).as(refreshed.asString()).isEqualTo(200);
    assertThat(recommend(Map.of("userId", "ana")).getString("modelVersion"))
        .isEqualTo(refreshed.jsonPath().getString("version"));
  }

  @Test
  @Order(10)
  void anEmptiedRedisIsSaidAndRebuiltFromTheRecord() {
    List<Object> before = recommend(Map.of("userId", "ana", "k", 4)).getList("items.itemId");
    redis.execute("FLUSHALL").await().indefinitely();

    JsonPath emptied = recommend(Map.of("userId", "ana", "k", 4));
    Response rebuilt = post("/model-refresh", Map.of("refreshId", "e2e-2", "rebuild", true));
    JsonPath after = recommend(Map.of("userId", "ana", "k", 4));

    assertThat(emptied.getList("missing")).contains("hot-state");
    assertThat(emptied.getList("items.itemId")).doesNotContain("orbit").hasSize(4);
    assertThat(rebuilt.statusCode()).as(rebuilt.asString()).isEqualTo(200);
    assertThat(after.getList("missing")).isEmpty();
    assertThat(after.getList("items.itemId")).isEqualTo(before);
  }

  @Test
  @Order(11)
  void whoLikesTheSameIsFoundUntilTheyAreForgotten() {
    like("e2e-3", "ben", "orbit");
    Map<String, Object> request = Map.of("task", "users-like-me", "userId", "ana");
    List<Object> before = recommend(request).getList("users.userId");

    post("/user-forgotten", Map.of("userId", "ben"));

    assertThat(before).containsExactly("ben");
    assertThat(recommend(request).getList("users")).isEmpty();
  }

  @Test
  @Order(12)
  void aForgottenUserIsUnknownAgain() {
    Response erased = post("/user-forgotten", Map.of("userId", "ana"));

    assertThat(erased.jsonPath().getLong("interactions")).isEqualTo(1);
    assertThat(recommend(Map.of("userId", "ana")).getString("fallback")).isEqualTo("unknown-user");
  }

  @Test
  @Order(13)
  void aRemovedItemIsNeverRecommendedAgain() {
    assertThat(post("/item-removed", Map.of("itemId", "ledger")).statusCode()).isEqualTo(200);

    assertThat(recommend(Map.of("k", 10)).getList("items.itemId"))
        .hasSize(4)
        .doesNotContain("ledger");
  }

  @Test
  @Order(14)
  void badRequestsAreRefusedByField() {
    Response unknownKind =
        post(
            "/feedback",
            Map.of("feedbackId", "x", "userId", "ana", "itemId", "gull", "kind", "smell"));
    Response unknownItem = post("/recommend-request", Map.of("similarTo", "nothing"));

    assertThat(unknownKind.statusCode()).isEqualTo(400);
    assertThat(unknownKind.jsonPath().getString("field")).isEqualTo("data.kind");
    assertThat(unknownItem.statusCode()).isEqualTo(400);
    assertThat(unknownItem.jsonPath().getString("field")).isEqualTo("data.similarTo");
  }
}
