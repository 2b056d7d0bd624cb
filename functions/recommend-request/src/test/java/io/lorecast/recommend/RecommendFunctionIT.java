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
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request at a time, on a real Redis and DynamoDB Local that hold the {@link Library}. */
@QuarkusIntegrationTest
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class RecommendFunctionIT {

  private static final int AVAILABLE = Library.BOOKS - 1;

  private final Library library = Library.ofApplication();

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
    assertThat(reason.path("because").toString())
        .isEqualTo("{\"itemId\":\"book-23\",\"name\":\"Book 23\"}");
    assertThat(reason.path("path").toString())
        .isEqualTo(
            """
            [{"from":"item:book-23","fromName":"Book 23","relation":"author",\
            "to":"person:Author 5","toName":"Author 5"},\
            {"from":"person:Author 5","fromName":"Author 5","relation":"author",\
            "to":"item:book-5","toName":"Book 5"}]\
            """);
    assertThat(reason.has("counterfactual")).isFalse();
    assertThat(item(answer, "book-5").has("contributions")).isFalse();
  }

  @Test
  void anEntityIsCalledByItsLabelAsSoonAsItHasAnother() {
    library.likes("ingrid", 22);
    String request = "{\"userId\": \"ingrid\", \"k\": 100}";
    // Of the same author as book 22 is book 4, for both are 4 modulo 6.
    String before = item(recommend(request), "book-4").path("reason").path("sentence").asText();

    library.callAuthor(22, "A. Nom de Plume");

    JsonNode reason = item(recommend(request), "book-4").path("reason");
    assertThat(before).isEqualTo("Because you liked Book 22: same author, Author 4.");
    assertThat(reason.path("sentence").asText())
        .isEqualTo("Because you liked Book 22: same author, A. Nom de Plume.");
    assertThat(reason.path("path").toString())
        .contains("\"to\":\"person:Author 4\",\"toName\":\"A. Nom de Plume\"")
        .contains("\"from\":\"person:Author 4\",\"fromName\":\"A. Nom de Plume\"");
    library.callAuthor(22, "Author 4");
  }

  @ParameterizedTest
  @CsvSource({
    "en,     'Because you liked Book 23: same author, Author 5.'",
    "fr-FR,  'Because you liked Book 23: same author, Author 5.'",
    "zh,     因为您喜欢“Book 23”：同一作者（Author 5）。",
    "zh-CN,  因为您喜欢“Book 23”：同一作者（Author 5）。",
  })
  void theReasonIsToldInTheLanguageAskedFor(String language, String sentence) {
    library.likes("lin", 23);

    JsonNode answer =
        recommend("{\"userId\": \"lin\", \"k\": 100, \"language\": \"" + language + "\"}");

    assertThat(item(answer, "book-5").path("reason").path("sentence").asText()).isEqualTo(sentence);
  }

  @Test
  void whatIsLikeAnItemIsToldInChineseToo() {
    JsonNode answer = recommend("{\"similarTo\": \"book-1\", \"language\": \"zh\"}");

    assertThat(answer.path("items"))
        .isNotEmpty()
        .allSatisfy(
            item ->
                assertThat(item.path("reason").path("sentence").asText())
                    .startsWith("与“Book 1”相似："));
  }

  @Test
  void nothingIsExplainedWhereNothingWasAskedFor() {
    library.likes("tim", 23);

    JsonNode answer = recommend("{\"userId\": \"tim\", \"k\": 3, \"explain\": \"none\"}");

    assertThat(answer.path("items"))
        .hasSize(3)
        .allMatch(item -> !item.has("reason") && item.path("terms").size() > 0);
    assertThat(ids(answer)).isEqualTo(ids(recommend("{\"userId\": \"tim\", \"k\": 3}")));
  }

  @Test
  void withoutAnItemMetTheOthersFallToWhereTheyAreForSomebodyWhoNeverMetIt() {
    List<Integer> books = List.of(1, 5, 9);
    for (int book : books) {
      library.likes("eva", book);
      books.stream()
          .filter(other -> other != book)
          .forEach(other -> library.likes("eva without " + book, other));
    }

    JsonNode answer = recommend("{\"userId\": \"eva\", \"k\": 20, \"explain\": \"full\"}");

    assertThat(answer.findValues("counterfactual")).isNotEmpty();
    for (JsonNode item : answer.path("items")) {
      JsonNode fall = item.path("reason").path("counterfactual");
      if (!fall.isMissingNode()) {
        String without = fall.path("withoutItemId").asText();
        String shorter =
            "{\"userId\": \"eva without %s\", \"k\": 100, \"exclude\": [\"%s\"]}"
                .formatted(without.substring(5), without);
        int rank = 1 + ids(recommend(shorter)).indexOf(item.path("itemId").asText());
        assertThat(fall.path("rankBefore").asInt()).isEqualTo(item.path("rank").asInt());
        assertThat(fall.path("rankAfter").asInt()).isEqualTo(rank);
        assertThat(fall.path("sentence").asText())
            .isEqualTo(
                "Without your like of Book %s, this would fall from %d to %d."
                    .formatted(without.substring(5), item.path("rank").asInt(), rank));
      }
    }
  }

  @Test
  void whatEachItemMetContributesAddsUpToThePersonalTerms() {
    library.likes("kim", 2);
    library.likes("kim", 21);

    JsonNode answer = recommend("{\"userId\": \"kim\", \"k\": 20, \"explain\": \"full\"}");

    assertThat(answer.path("items")).hasSize(20);
    for (JsonNode item : answer.path("items")) {
      assertThat(item.path("contributions").findValuesAsText("itemId"))
          .containsExactlyInAnyOrder("book-2", "book-21");
      assertThat(sum(item.path("contributions")))
          .isCloseTo(personal(item.path("terms")), within(1e-5));
    }
  }

  @Test
  void aFullExplanationIsForAFewItems() {
    send(EventTypes.RECOMMEND_REQUEST, "{\"k\": 21, \"explain\": \"full\"}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("data.explain"));
  }

  @Test
  void aFullExplanationIsOfWhatSuitsOneUser() {
    Events.assertRefused(
        "{\"similarTo\": \"book-1\", \"explain\": \"full\"}",
        "explain",
        "must be none or short with task similar-items");
  }

  private static double personal(JsonNode terms) {
    double sum = 0;
    for (JsonNode term : terms) {
      boolean ofTheUser =
          List.of("behaviour", "neighbours", "content", "knowledge")
              .contains(term.path("name").asText());
      sum += ofTheUser ? term.path("value").asDouble() : 0;
    }
    return sum;
  }

  private static double sum(JsonNode parts) {
    return parts.findValues("value").stream().mapToDouble(JsonNode::asDouble).sum();
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
                assertThat(sum(item.path("terms")))
                    .isCloseTo(item.path("score").asDouble(), within(1e-5)));
  }

  @ParameterizedTest
  @CsvSource({
    "diversity-above-one, data.diversity",
    "k-too-many,          data.k",
    "k-zero,              data.k",
    "user-id-a-number,    data.userId",
    "where-no-values,     data.where.genre",
    "explain-unknown-level, data.explain",
    "language-with-underscore, data.language",
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
