package io.lorecast.recommend;

import static io.lorecast.recommend.Events.ids;
import static io.lorecast.recommend.Events.json;
import static io.lorecast.recommend.Events.recommend;
import static io.lorecast.recommend.Events.sample;
import static io.lorecast.recommend.Events.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.events.EventTypes;
import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request at a time, on a real Redis and DynamoDB Local that hold the {@link Library}. */
@QuarkusTest
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class RecommendFunctionIT {

  private static final int AVAILABLE = Library.BOOKS - 1;

  @Inject Library library;

  @BeforeEach
  void fill() {
    library.fill();
  }

  @Test
  void aRequestIsAnsweredByAnEvent() {
    JsonNode answer =
        json(
            send(EventTypes.RECOMMEND_REQUEST, sample("recommend-request/ordinary"))
                .statusCode(200)
                .header("ce-type", EventTypes.RECOMMENDATIONS)
                .header("ce-source", "/functions/recommend-request")
                .body("requestId", equalTo("r-77"))
                .body("userId", equalTo("reader-9"))
                .extract()
                .asString());

    assertThat(answer.path("missing")).isEmpty();
    assertThat(answer.path("items").findValuesAsText("rank"))
        .containsExactly("1", "2", "3", "4", "5");
    assertThat(ids(answer))
        .doesNotContain("book-21")
        .allMatch(id -> !Library.genreOf(Integer.parseInt(id.substring(5))).equals("crime"));
  }

  @Test
  void somebodyUnknownGetsWhatIsPopularAndIsToldSo() {
    JsonNode answer = recommend("{\"userId\": \"stranger\", \"k\": 3}");

    assertThat(answer.path("fallback").asText()).isEqualTo("unknown-user");
    assertThat(answer.path("items")).hasSize(3);
    assertThat(kinds(answer)).doesNotContain("knowledge", "neighbours", "content", "behaviour");
  }

  @Test
  void theAnswerAfterALikeIsPersonalAndWalksRealEdges() {
    library.likes("ida", 23);

    JsonNode answer = recommend("{\"userId\": \"ida\", \"k\": 100}");

    assertThat(answer.has("fallback")).isFalse();
    assertThat(ids(answer)).doesNotContain("book-23");
    // Of the same author as book 23 is book 5, for both are 5 modulo 6.
    JsonNode reason = item(answer, "book-5").path("reason");
    assertThat(reason.path("sentence").asText())
        .isEqualTo("Because you liked Book 23: same author, Author 5.");
    assertThat(reason.path("path").toString())
        .isEqualTo(
            """
            [{"from":"item:book-23","relation":"author","to":"person:Author 5"},\
            {"from":"person:Author 5","relation":"author","to":"item:book-5"}]\
            """);
  }

  @Test
  void anEdgeThatIsGoneIsNoReasonInTheNextAnswer() {
    library.likes("ole", 22);
    String request = "{\"userId\": \"ole\", \"k\": 100}";
    assertThat(item(recommend(request), "book-4").toString()).contains("Author 4");

    library.remove(Library.author(4), 4);

    assertThat(item(recommend(request), "book-4").toString()).doesNotContain("Author 4");
  }

  @ParameterizedTest
  @CsvSource({
    "'{}',                                                10",
    "'{\"k\": 1}',                                        1",
    "'{\"k\": 100}',                                      23",
    "'{\"k\": 100, \"where\": {\"genre\": [\"essay\"]}}', 8",
    "'{\"k\": 100, \"where\": {\"genre\": [\"none\"]}}',  0",
    "'{\"k\": 100, \"exclude\": [\"book-1\", \"book\"]}', 22",
    "'{\"k\": 100, \"userId\": \"crowd 0\"}',             3",
    "'{\"k\": 100, \"userId\": \"crowd 0\", \"includeSeen\": true}', 23",
    "'{\"k\": 100, \"similarTo\": \"book-1\"}',           22",
  })
  void anAnswerHoldsAsManyItemsAsThereAreToAnswerWith(String request, int expected) {
    JsonNode answer = recommend(request);

    assertThat(ids(answer)).hasSize(expected).doesNotHaveDuplicates().doesNotContain("book-24");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"k\": 100}",
        "{\"k\": 100, \"userId\": \"mia\"}",
        "{\"k\": 100, \"userId\": \"mia\", \"diversity\": 0.9}",
        "{\"k\": 100, \"userId\": \"crowd 1\", \"includeSeen\": true}",
        "{\"k\": 100, \"similarTo\": \"book-7\"}",
      })
  void theTermsOfEveryItemAddUpToItsScore(String request) {
    library.likes("mia", 21);

    JsonNode answer = recommend(request);

    assertThat(answer.path("items")).hasSizeBetween(AVAILABLE - 1, AVAILABLE);
    assertThat(answer.path("items"))
        .allSatisfy(
            item ->
                assertThat(
                        item.path("terms").findValues("value").stream()
                            .mapToDouble(JsonNode::asDouble)
                            .sum())
                    .isCloseTo(item.path("score").asDouble(), within(1e-5)));
  }

  @ParameterizedTest
  @CsvSource({
    "diversity-above-one, data.diversity",
    "k-too-many,          data.k",
    "k-zero,              data.k",
    "user-id-a-number,    data.userId",
    "where-no-values,     data.where.genre",
    "task-unknown,        data.task",
    "boost-without-when,  data.boost[0].when",
    "boost-too-strong,    data.boost[0].by",
    "multiplier-without-attribute, data.multipliers[0].attribute",
    "cap-zero,            data.caps.author",
    "filter-empty,        data.filter",
    "group-of-nobody,     data.userIds",
    "query-blank,         data.query",
    "vector-without-space, data.vector.space",
    "session-too-long,    data.session",
    "batch-of-nothing,    data.requests",
    "device-unknown,      data.context.device",
  })
  void whatCannotBeMeantIsRefusedByField(String sample, String field) {
    send(EventTypes.RECOMMEND_REQUEST, sample("recommend-request/invalid/" + sample))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  @Test
  void nothingIsLikeAnItemThatIsNotThere() {
    send(EventTypes.RECOMMEND_REQUEST, "{\"similarTo\": \"book-99\"}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("data.similarTo"));
  }

  private static List<String> kinds(JsonNode answer) {
    return answer.path("items").findValuesAsText("kind");
  }

  private static JsonNode item(JsonNode answer, String id) {
    return StreamSupport.stream(answer.path("items").spliterator(), false)
        .filter(item -> item.path("itemId").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
