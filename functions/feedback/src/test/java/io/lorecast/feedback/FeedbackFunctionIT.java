package io.lorecast.feedback;

import static io.lorecast.feedback.Events.sample;
import static io.lorecast.feedback.Events.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lorecast.events.EventTypes;
import io.lorecast.learning.ForwardDecay;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.LearningStore;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.testing.LocalStoresResource;
import io.lorecast.store.testing.TestStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One event at a time, on a real Redis and DynamoDB Local. */
@QuarkusIntegrationTest
@QuarkusTestResource(LocalStoresResource.class)
class FeedbackFunctionIT {

  private static final UserId READER = new UserId("reader-9");
  private static final ItemId BOOK = new ItemId("book-17");

  private final Stores stores = TestStores.ofApplication();
  private final FeedbackLog log = stores.feedbackLog();
  private final LearningStore learning = stores.learning(0);

  @Test
  void aLikeIsLoggedAndLearnedAndAnsweredByWhatCameOfIt() {
    send(EventTypes.FEEDBACK, sample("feedback/ordinary"))
        .statusCode(200)
        .header("ce-type", EventTypes.PROFILE_UPDATED)
        .header("ce-source", "/functions/feedback")
        .header("ce-subject", "reader-9")
        .body("feedbackId", equalTo("f-000123"))
        .body("userId", equalTo("reader-9"))
        .body("outcome", equalTo("applied"));

    assertThat(logged("f-000123"))
        .isEqualTo(
            new Interaction(
                "f-000123",
                READER,
                BOOK,
                InteractionKind.LIKE,
                null,
                Instant.parse("2026-03-04T10:15:30.125Z")));
    assertThat(learning.seen(READER).await().indefinitely()).containsExactly(BOOK);
  }

  @Test
  void theSameFeedbackAgainChangesNothingAndSaysSo() {
    String event = feedback("again", "nobody-else", "twice-liked", "like");
    send(EventTypes.FEEDBACK, event).statusCode(200).body("outcome", equalTo("applied"));

    send(EventTypes.FEEDBACK, event).statusCode(200).body("outcome", equalTo("duplicate"));

    ItemId item = new ItemId("twice-liked");
    assertThat(learning.counts(Set.of(item)).await().indefinitely().get(item).events())
        .isEqualTo(1);
  }

  /** 20:15 UTC is evening in Berlin. */
  @Test
  void theContextOfALikeIsLoggedAndCountedOnceHoweverOftenItComes() {
    String event = sample("feedback/edge-in-context");
    send(EventTypes.FEEDBACK, event).statusCode(200).body("outcome", equalTo("applied"));
    send(EventTypes.FEEDBACK, event).statusCode(200).body("outcome", equalTo("duplicate"));

    assertThat(logged("f-9").context().values())
        .containsExactly("daypart:evening", "device:phone", "region:DE-BE");
    ForwardDecay decay = new ForwardDecay(LearnerSettings.defaults().popularityHalfLife());
    long at = Instant.parse("2026-03-04T20:15:00Z").toEpochMilli();
    Map<Long, Long> once = Map.of(decay.epoch(at), decay.amount(at));
    assertThat(learning.counts(Set.of(BOOK)).await().indefinitely().get(BOOK).contexts())
        .isEqualTo(Map.of("daypart:evening", once, "device:phone", once, "region:DE-BE", once));
  }

  @Test
  void aTimeZoneThatIsNoneIsRefused() {
    String event =
        """
        {"feedbackId": "f-10", "userId": "u", "itemId": "i", "kind": "like",
         "context": {"timeZone": "Mars/Olympus"}}
        """;

    send(EventTypes.FEEDBACK, event)
        .statusCode(400)
        .body("field", equalTo("data.context.timeZone"));
  }

  @ParameterizedTest
  @CsvSource({
    "edge-rating-lowest,        f-000124, RATING, 1,     2026-03-04T10:15:30.125Z",
    "edge-rating-between-stars, f-000125, RATING, 4.5,   2026-03-04T10:15:30Z",
    "edge-dwell-a-day,          f-000126, DWELL,  86400, 2026-03-04T10:15:30.125Z",
    "edge-null-means-absent,    f-000127, VIEW,   ,      2026-03-04T12:00:00Z",
  })
  void theEdgesOfWhatCanBeMeantAreLoggedAsTheyWereMeant(
      String sample, String id, InteractionKind kind, Double value, Instant at) {
    send(EventTypes.FEEDBACK, sample("feedback/" + sample))
        .statusCode(200)
        .body("outcome", equalTo("applied"));

    assertThat(logged(id)).isEqualTo(new Interaction(id, READER, BOOK, kind, value, at));
  }

  @ParameterizedTest
  @CsvSource({
    "missing-feedback-id,  data.feedbackId",
    "missing-user-id,      data.userId",
    "kind-in-capitals,     data.kind",
    "rating-without-value, data.value",
    "rating-too-high,      data.value",
    "dwell-zero,           data.value",
    "like-with-value,      data.value",
    "occurred-at-no-time,  data.occurredAt",
    "region-in-words,      data.context.region",
    "hour-24,              data.context.hour",
  })
  void whatCannotBeMeantIsRefusedByFieldAndNeverLogged(String sample, String field) {
    long before = log.all().collect().asList().await().indefinitely().size();

    send(EventTypes.FEEDBACK, sample("feedback/invalid/" + sample))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));

    assertThat(log.all().collect().asList().await().indefinitely()).hasSize((int) before);
  }

  private Interaction logged(String feedbackId) {
    return log.ofUser(READER).await().indefinitely().stream()
        .filter(interaction -> interaction.feedbackId().equals(feedbackId))
        .findFirst()
        .orElseThrow();
  }

  private static String feedback(String id, String user, String item, String kind) {
    return """
    {"feedbackId": "%s", "userId": "%s", "itemId": "%s", "kind": "%s"}
    """
        .formatted(id, user, item, kind);
  }
}
