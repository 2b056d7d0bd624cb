package io.lorecast.modelrefresh;

import static io.lorecast.modelrefresh.Events.sample;
import static io.lorecast.modelrefresh.Events.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.ItemView;
import io.lorecast.encoding.View;
import io.lorecast.events.EventTypes;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.ItemCounts;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.ItemStore;
import io.lorecast.store.LearningStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.ModelStore.ModelVersion;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.store.VectorStores;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.testing.LocalStoresResource;
import io.lorecast.store.testing.TestStores;
import io.lorecast.vector.Embedding;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fits on a real Redis and DynamoDB Local. */
@QuarkusIntegrationTest
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class ModelRefreshFunctionIT {

  private static final int ITEMS = 12;
  private static final ContentSpace SPACE = ContentSpace.single("letters", 3);

  private final Stores stores = TestStores.ofApplication();
  private final ItemStore items = stores.items();
  private final VectorStores vectors = stores.vectors();
  private final FeedbackLog log = stores.feedbackLog();
  private final LearningStore learning = stores.learning(0);
  private final ModelStore models = stores.model();
  private final ChangeFeed feed = stores.changes();
  private final CatalogueReplica reader = TestStores.reader(stores);

  /** Writes the record as the other functions do; to do it again changes nothing. */
  @BeforeEach
  void record() {
    await(models.publish(StoredModel.of(FittedModel.unfitted(SPACE))));
    for (int i = 0; i < ITEMS; i++) {
      Item item =
          new Item(
              id(i), 1, "Item " + i, "", List.of(), List.of(), Map.of(), "en", true, Instant.EPOCH);
      await(items.save(item));
      await(vectors.content(SPACE.id()).save(id(i), Embedding.of(i % 3, i % 5, 1)));
    }
    for (int i = 0; i < ITEMS; i++) {
      await(log.append(List.of(like("u" + i % 4, i))));
    }
  }

  @Test
  void aRefreshIsAnsweredByWhatItFittedAndIsCurrentForEveryReader() {
    String version =
        send(EventTypes.MODEL_REFRESH, sample("model-refresh/ordinary"))
            .statusCode(200)
            .header("ce-type", EventTypes.MODEL_REFRESHED)
            .header("ce-source", "/functions/model-refresh")
            .body("refreshId", equalTo("nightly-2026-03-04"))
            .body("items", equalTo(ITEMS))
            .body("promoted", equalTo(true))
            .extract()
            .path("version");

    await(reader.refresh());

    assertThat(await(models.currentVersion())).contains(new ModelVersion(version, SPACE.text()));
    assertThat(reader.modelVersion()).isEqualTo(version);
    assertThat(reader.catalogue().size()).isEqualTo(ITEMS);
  }

  @Test
  void theSameRecordGivesTheSameVersionAndAnotherRecordAnother() {
    String first = refreshed("{\"refreshId\": \"a\"}");
    byte[] fitted = await(models.current()).orElseThrow().content();

    String again = refreshed("{\"refreshId\": \"a\"}");

    assertThat(again).isEqualTo(first);
    assertThat(await(models.current()).orElseThrow().content()).isEqualTo(fitted);

    await(log.append(List.of(like("somebody else", 3))));
    String other = refreshed("{\"refreshId\": \"b\"}");
    await(reader.refresh());

    assertThat(other).isNotEqualTo(first);
    assertThat(reader.modelVersion()).isEqualTo(other);
  }

  @Test
  void aRebuildLearnsFromTheWholeLogOnceHoweverOftenItIsAskedFor() {
    String rebuild = sample("model-refresh/edge-rebuild");
    refreshed(rebuild);
    String generation = generation();
    Map<ItemId, ItemCounts> counts = await(learning.counts(List.of(id(0), id(1))));

    refreshed(rebuild);

    assertThat(counts.get(id(0)).events()).isEqualTo(1);
    assertThat(await(learning.counts(List.of(id(0), id(1))))).isEqualTo(counts);
    assertThat(generation()).isNotEqualTo(generation);
  }

  @Test
  void theHotStateIsRestoredOnlyWhereItWasLost() {
    refreshed("{\"refreshId\": \"c\"}");
    String generation = generation();

    refreshed("{\"refreshId\": \"d\"}");

    assertThat(generation).isNotEmpty();
    assertThat(generation()).isEqualTo(generation);
  }

  @Test
  void aRefreshToAnotherSpaceFusesTheViewsAndSwitchesReaders() {
    ContentSpace other = ContentSpace.single("letters-2", 2);
    for (int i = 0; i < ITEMS; i++) {
      ItemView name = new ItemView(id(i), View.NAME);
      await(vectors.views("letters-2").save(name, Embedding.of(i % 2, 1 - i % 2)));
    }

    refreshed("{\"refreshId\": \"e\", \"space\": \"" + other.text() + "\"}");
    await(reader.refresh());

    assertThat(reader.catalogue().model().space()).isEqualTo(other);
    assertThat(await(vectors.content(other.id()).find(id(1)))).contains(Embedding.of(1, 0));
    assertThat(await(vectors.content(SPACE.id()).find(id(1)))).isEmpty();
  }

  @Test
  void aSpaceThatIsNoneIsRefused() {
    send(EventTypes.MODEL_REFRESH, "{\"refreshId\": \"f\", \"space\": \"letters\"}")
        .statusCode(400)
        .body("field", equalTo("data.space"));
  }

  @ParameterizedTest
  @CsvSource({"missing-refresh-id, data.refreshId", "rebuild-a-string, data.rebuild"})
  void whatCannotBeMeantIsRefusedByField(String sample, String field) {
    send(EventTypes.MODEL_REFRESH, sample("model-refresh/invalid/" + sample))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  private String generation() {
    return await(feed.since(0)).generation();
  }

  private static String refreshed(String request) {
    return send(EventTypes.MODEL_REFRESH, request).statusCode(200).extract().path("version");
  }

  private static Interaction like(String user, int item) {
    return new Interaction(
        user + " likes " + item,
        new UserId(user),
        id(item),
        InteractionKind.LIKE,
        null,
        Instant.ofEpochSecond(1_700_000_000L + item));
  }

  private static ItemId id(int i) {
    return new ItemId("item-" + i);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().indefinitely();
  }
}
