package io.lorecast.recommend;

import static io.lorecast.recommend.Events.assertRefused;
import static io.lorecast.recommend.Events.ids;
import static io.lorecast.recommend.Events.recommend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.model.Context;
import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each task of a request, on a real Redis and DynamoDB Local. */
@QuarkusIntegrationTest
@TestProfile(TasksIT.WithLikers.class)
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class TasksIT {

  /** Users can be found through what they liked. */
  public static final class WithLikers implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("lorecast.stores.redis.likers-kept", Integer.toString(Library.LIKERS_KEPT));
    }
  }

  private final Library library = Library.ofApplication();

  @Test
  void similarItemsNeedsNoTaskAndMayHaveOne() {
    assertThat(ids(recommend("{\"similarTo\": \"book-7\"}")))
        .isEqualTo(ids(recommend("{\"task\": \"similar-items\", \"similarTo\": \"book-7\"}")));
  }

  @Test
  void aSessionMakesAStrangerKnownAndIsNotStored() {
    JsonNode answer = recommend("{\"userId\": \"guest\", \"session\": [\"book-23\"], \"k\": 100}");

    assertThat(answer.has("fallback")).isFalse();
    assertThat(ids(answer)).doesNotContain("book-23");
    assertThat(answer.path("items").findValuesAsText("sentence"))
        .anyMatch(sentence -> sentence.startsWith("Because you looked at Book 23"));
    assertThat(recommend("{\"userId\": \"guest\"}").path("fallback").asText())
        .isEqualTo("unknown-user");
  }

  @Test
  void aStrangerGetsWhatIsLikedInTheirContext() {
    Context television = new Context(List.of("device:television"));
    for (int viewer = 0; viewer < 6; viewer++) {
      library.likesNow(television, "viewer " + viewer, 18);
    }
    for (int reader = 0; reader < 10; reader++) {
      library.likesNow(Context.NONE, "reader " + reader, 20);
    }

    JsonNode there = recommend("{\"context\": {\"device\": \"television\"}, \"k\": 1}");
    JsonNode elsewhere = recommend("{\"context\": {\"device\": \"phone\"}, \"k\": 1}");

    assertThat(ids(there)).containsExactly("book-18");
    assertThat(term(there.path("items").path(0), "context")).isPositive();
    assertThat(there.path("fallback").asText()).isEqualTo("unknown-user");
    assertThat(ids(elsewhere)).containsExactly("book-20");
    assertThat(term(elsewhere.path("items").path(0), "context")).isZero();
  }

  @Test
  void aContextThatCannotBeMeantIsRefused() {
    assertRefused(
        "{\"context\": {\"timeZone\": \"Mars/Olympus\"}}",
        "context.timeZone",
        "must be one of the IANA's");
    assertRefused(
        "{\"task\": \"search\", \"query\": \"whales\", \"context\": {\"hour\": 3}}",
        "context",
        "must be absent with task search");
  }

  @Test
  void aGroupGetsWhatNoneOfThemHasMet() {
    library.likes("eva", 21);
    library.likes("max", 22);

    JsonNode answer =
        recommend("{\"task\": \"group\", \"userIds\": [\"eva\", \"max\", \"new\"], \"k\": 100}");

    assertThat(answer.has("fallback")).isFalse();
    assertThat(ids(answer)).hasSize(21).doesNotContain("book-21", "book-22");
    assertThat(answer.path("items").findValuesAsText("sentence"))
        .anyMatch(sentence -> sentence.startsWith("Because one of you liked Book 2"));
  }

  @Test
  void aSearchByVectorFindsWhatSaysTheSame() {
    JsonNode answer = recommend(search(Library.SPACE.id(), Library.content(9).toArray()));

    assertThat(ids(answer)).hasSize(3).first().isEqualTo("book-9");
    assertThat(answer.path("items").path(0).path("score").asDouble()).isEqualTo(1, within(1e-6));
    assertThat(answer.has("fallback")).isFalse();
  }

  @Test
  void aSearchThatCannotBeMeantHereIsRefused() {
    assertRefused(search("other", new float[8]), "vector.space", "must be ");
    assertRefused(search(Library.SPACE.id(), new float[7]), "vector.values", "must be 8, were 7");
    assertRefused(
        "{\"task\": \"search\", \"query\": \"whales\"}",
        "query",
        "must be a vector here: no address");
  }

  @Test
  void usersLikeMeAreThoseWhoLikeTheSame() {
    library.likes("twin one", 21);
    library.likes("twin one", 22);
    library.likes("twin two", 21);
    library.likes("twin two", 22);

    JsonNode answer =
        recommend("{\"task\": \"users-like-me\", \"userId\": \"twin one\", \"k\": 3}");

    JsonNode first = answer.path("users").path(0);
    assertThat(first.path("userId").asText()).isEqualTo("twin two");
    assertThat(first.path("score").asDouble()).isEqualTo(1, within(1e-6));
    assertThat(first.path("sharedItems").toString()).isEqualTo("[\"book-22\",\"book-21\"]");
    assertThat(answer.path("users").findValuesAsText("userId")).doesNotContain("twin one");
    assertThat(answer.path("items")).isEmpty();
  }

  @Test
  void theAudienceOfAnItemHasNotMetIt() {
    library.likes("essayist", 22);
    library.likes("essayist", 19);

    JsonNode users =
        recommend("{\"task\": \"audience\", \"itemId\": \"book-1\", \"k\": 50}").path("users");

    assertThat(users.findValuesAsText("userId"))
        .contains("essayist")
        .noneMatch(user -> user.startsWith("crowd"));
    assertRefused(
        "{\"task\": \"audience\", \"itemId\": \"book-99\"}", "itemId", "must be in the catalogue");
    assertRefused(
        "{\"task\": \"audience\", \"itemId\": \"book-1\", \"filter\": \"has(a)\"}",
        "filter",
        "must be absent with task audience");
  }

  @Test
  void somebodyWhoLikedNothingIsLikeNobody() {
    JsonNode answer = recommend("{\"task\": \"users-like-me\", \"userId\": \"blank\"}");

    assertThat(answer.path("users")).isEmpty();
    assertThat(answer.path("fallback").asText()).isEqualTo("unknown-user");
  }

  @Test
  void aBatchAnswersEachRequestOnItsOwn() {
    JsonNode answer =
        recommend(
            """
            {"task": "batch", "requestId": "b", "requests": [
              {"k": 2}, {"k": 0}, {"similarTo": "book-99"}, {"task": "batch", "requests": [{}]},
              {"filter": "genre =="}, {"requestId": "last", "similarTo": "book-7", "k": 3}]}
            """);

    assertThat(answer.path("requestId").asText()).isEqualTo("b");
    JsonNode answers = answer.path("answers");
    assertThat(answers.findValuesAsText("index")).containsExactly("0", "1", "2", "3", "4", "5");
    assertThat(ids(answers.path(0).path("recommendations"))).hasSize(2);
    assertThat(answers.findValuesAsText("field"))
        .containsExactly("k", "similarTo", "task", "filter");
    assertThat(answers.path(1).path("error").path("problem").asText())
        .isEqualTo("must be at least 1, was 0");
    assertThat(ids(answers.path(5).path("recommendations"))).hasSize(3);
    assertThat(answers.path(5).path("recommendations").path("requestId").asText())
        .isEqualTo("last");
  }

  private static double term(JsonNode item, String name) {
    for (JsonNode term : item.path("terms")) {
      if (term.path("name").asText().equals(name)) {
        return term.path("value").asDouble();
      }
    }
    return Double.NaN;
  }

  private static String search(String space, float[] values) {
    return "{\"task\": \"search\", \"k\": 3, \"vector\": {\"space\": \"%s\", \"values\": %s}}"
        .formatted(space, Arrays.toString(values));
  }
}
