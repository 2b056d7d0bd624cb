package io.lorecast.recommend;

import static io.lorecast.recommend.Events.ids;
import static io.lorecast.recommend.Events.recommend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that try things out, on a real Redis and DynamoDB Local, under a fitted model. */
@QuarkusIntegrationTest
@TestProfile(ExplorationIT.Exploring.class)
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class ExplorationIT {

  /** A moderate exploration. */
  public static final class Exploring implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("lorecast.ranking.exploration", "0.3");
    }
  }

  private final Library library = Library.ofApplication();

  @BeforeEach
  void fit() {
    library.fit();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "stranger"})
  void theSameRequestIdHasTheSameAnswerAndAnotherHasAnother(String user) {
    library.likes("ada", 22);

    JsonNode answer = recommend(request(user, "one"));

    assertSame(recommend(request(user, "one")), answer);
    assertThat(exploration(recommend(request(user, "two")))).isNotEqualTo(exploration(answer));
  }

  @Test
  void aRequestWithoutAnIdIsAnsweredUnderAMadeUpOne() {
    String anonymous = "{\"userId\": \"bea\", \"k\": 100}";

    JsonNode answer = recommend(anonymous);

    assertThat(exploration(recommend(anonymous))).isNotEqualTo(exploration(answer));
    assertSame(recommend(request("bea", answer.path("requestId").asText())), answer);
  }

  @Test
  void whatIsAddedIsATermOfTheScore() {
    library.likes("cleo", 21);

    JsonNode answer = recommend(request("cleo", "terms"));

    assertThat(exploration(answer).values()).anyMatch(value -> value > 0);
    assertThat(exploration(answer).values()).anyMatch(value -> value < 0);
    for (JsonNode item : answer.path("items")) {
      double sum =
          item.path("terms").findValues("value").stream().mapToDouble(JsonNode::asDouble).sum();
      assertThat(sum).isCloseTo(item.path("score").asDouble(), within(1e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"similarTo\": \"book-7\"}",
        "{\"task\": \"group\", \"userIds\": [\"crowd 1\", \"new\"]}",
      })
  void onlyOneUsersOwnItemsAreExplored(String request) {
    JsonNode answer = recommend(request);

    assertThat(answer.path("items")).isNotEmpty();
    assertThat(exploration(answer)).isEmpty();
  }

  /**
   * Popularity fades between two requests, so whole scores need not be the same to the last bit.
   */
  private static void assertSame(JsonNode answer, JsonNode other) {
    assertThat(ids(answer)).isEqualTo(ids(other));
    assertThat(exploration(answer)).isNotEmpty().isEqualTo(exploration(other));
  }

  private static String request(String user, String id) {
    return "{\"userId\": \"%s\", \"requestId\": \"%s\", \"k\": 100}".formatted(user, id);
  }

  private static Map<String, Double> exploration(JsonNode answer) {
    Map<String, Double> values = new HashMap<>();
    for (JsonNode item : answer.path("items")) {
      for (JsonNode term : item.path("terms")) {
        if (term.path("name").asText().equals("exploration")) {
          values.put(item.path("itemId").asText(), term.path("value").asDouble());
        }
      }
    }
    return values;
  }
}
