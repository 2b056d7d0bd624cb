package io.lorecast.recommend;

import static io.lorecast.recommend.Events.assertRefused;
import static io.lorecast.recommend.Events.ids;
import static io.lorecast.recommend.Events.recommend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request can ask of the list, on a real Redis and DynamoDB Local. */
@QuarkusIntegrationTest
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class RulesIT {

  private final Library library = Library.ofApplication();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "genre == 'essay'                             | 8",
        "pages > 110                                  | 13",
        "pages > 110 and not genre in ['essay', 'crime'] | 4",
        "item.id in ['book-3', 'book-24', 'book-99']  | 1",
        "colour == 'red'                              | 0",
        "not has(colour)                              | 23",
        "item.available == false                      | 0",
      })
  void aFilterKeepsWhatItHoldsFor(String filter, int expected) {
    JsonNode answer = recommend("{\"k\": 100, \"filter\": \"%s\"}".formatted(filter));

    assertThat(ids(answer)).hasSize(expected);
  }

  @Test
  void aFilterHoldsBesideWhere() {
    JsonNode answer =
        recommend(
            "{\"k\": 100, \"where\": {\"genre\": [\"essay\"]}, \"filter\": \"pages <= 110\"}");

    assertThat(ids(answer)).containsExactlyInAnyOrder("book-1", "book-4", "book-7", "book-10");
  }

  @Test
  void aBoostIsATermOfItsOwn() {
    String rules =
        "\"boost\": [{\"when\": \"item.id == 'book-2'\", \"by\": 9},"
            + " {\"when\": \"item.id == 'book-2'\", \"times\": 2}],"
            + " \"multipliers\": [{\"attribute\": \"pages\", \"perUnit\": 0.001}]";

    JsonNode first = recommend("{\"k\": 3, %s}".formatted(rules)).path("items").path(0);

    assertThat(first.path("itemId").asText()).isEqualTo("book-2");
    // 9 + log 2 + .001 * 102 pages = 9.7951
    assertThat(term(first, "rules")).isEqualTo(9.7951, within(1e-4));
    double sum =
        first.path("terms").findValues("value").stream().mapToDouble(JsonNode::asDouble).sum();
    assertThat(sum).isEqualTo(first.path("score").asDouble(), within(1e-5));
  }

  @Test
  void capsLetInSoManyOfAKind() {
    JsonNode answer = recommend("{\"k\": 12, \"caps\": {\"author\": 2}}");

    assertThat(ids(answer)).hasSize(12);
    assertThat(
            ids(answer).stream()
                .collect(
                    Collectors.groupingBy(
                        id -> Integer.parseInt(id.substring(5)) % 6, Collectors.counting()))
                .values())
        .containsOnly(2L);
  }

  @Test
  void pagesNeverRepeatAnItemWhateverIsLearnedBetweenThem() {
    List<String> all = new ArrayList<>();
    List<Integer> ranks = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 5; page++) {
      JsonNode answer = recommend("{\"userId\": \"page turner\", \"k\": 5" + cursor + "}");
      all.addAll(ids(answer));
      answer.path("items").forEach(item -> ranks.add(item.path("rank").asInt()));
      assertThat(answer.has("nextCursor")).isEqualTo(page < 4);
      cursor = ", \"cursor\": \"" + answer.path("nextCursor").asText() + "\"";
      library.likes("page turner", 21 + page % 3);
    }

    assertThat(all).doesNotHaveDuplicates().hasSizeBetween(20, 23);
    assertThat(ranks).isSorted().doesNotHaveDuplicates().first().isEqualTo(1);
  }

  @Test
  void aCursorGoesWithItsOwnRequest() {
    String next = recommend("{\"k\": 2}").path("nextCursor").asText();

    assertThat(ids(recommend("{\"k\": 4, \"cursor\": \"" + next + "\"}"))).hasSize(4);
    assertRefused(
        "{\"filter\": \"has(genre)\", \"cursor\": \"" + next + "\"}",
        "cursor",
        "must be that of the same request");
    assertRefused("{\"cursor\": \"AQIDBA\"}", "cursor", "must be the nextCursor of an answer");
    assertRefused("{\"cursor\": \"*\"}", "cursor", "must be the nextCursor of an answer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"filter\": \"pages > 'many'\"  | filter | must have a number after or before > at"
            + " character 9, had 'many'",
        "\"boost\": [{\"when\": \"has(\", \"by\": 1}] | boost[0].when | must have a name at"
            + " character 5",
        "\"boost\": [{\"when\": \"has(a)\"}] | boost[0] | must have either by or times, had"
            + " neither",
        "\"multipliers\": [{\"attribute\": \"pages\", \"power\": 1, \"perUnit\": 1}] |"
            + " multipliers[0] | must have either perUnit or power, had both",
        "\"task\": \"search\" | query | or vector must be given with task search",
        "\"task\": \"group\" | userIds | must be given with task group",
        "\"task\": \"group\", \"userIds\": [\"a\"], \"session\": [\"b\"] | session | must be absent"
            + " with task group",
        "\"task\": \"items\", \"similarTo\": \"book-1\" | similarTo | must be absent with task"
            + " items",
        "\"misery\": 1 | misery | must be absent with task items",
      })
  void whatDoesNotGoTogetherIsRefusedByName(String fields, String field, String problem) {
    assertRefused("{" + fields + "}", field, problem);
  }

  private static double term(JsonNode item, String name) {
    return StreamSupport.stream(item.path("terms").spliterator(), false)
        .filter(term -> term.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asDouble();
  }
}
