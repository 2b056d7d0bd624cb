package io.lorecast.kgupdated;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.events.EventTypes;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.VectorStore;
import io.lorecast.vector.Embedding;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both functions do over HTTP, on any stores. */
abstract class GraphFunctionsContract {

  /** Nothing was encoded by a function here. */
  private static final String NONE = ContentSpace.NONE.id();

  /** Returns the stores of the functions. */
  abstract WorldStores stores();

  @Test
  void aGraphChangeAnswersWithWhatItRefreshed() throws IOException {
    send(EventTypes.KG_UPDATED, sample("kg-updated/ordinary.json"))
        .statusCode(200)
        .header("ce-type", EventTypes.NEIGHBOURS_REFRESHED)
        .header("ce-source", "/functions/kg-updated")
        .body("changeId", equalTo("graph-2026-03-04-0007"))
        .body("items", contains("book-17"))
        .body("entities", contains("genre:crime", "person:Mirela Okonjo", "place:Lofoten"));

    assertThat(around("person:Mirela Okonjo")).hasSize(2);
    assertThat(stores().feed().since(0).await().indefinitely().items())
        .contains(new ItemId("book-17"));
  }

  @Test
  void aChangeDeliveredAgainIsRefreshedAgainAndNotAppliedAgain() {
    String added = change("twice", "added", "item:t", "theme:tides");
    post("kg-updated", added).statusCode(200);
    post("kg-updated", change("between", "removed", "item:t", "theme:tides")).statusCode(200);

    post("kg-updated", added).statusCode(200).body("items", contains("t"));

    assertThat(around("theme:tides")).isEmpty();
  }

  @Test
  void aChangeOfNothingTouchesNothing() throws IOException {
    post("kg-updated", sample("kg-updated/edge-nothing-changes.json"))
        .statusCode(200)
        .body("items", empty())
        .body("entities", empty());
  }

  @Test
  void anEncodedItemsAttributesBecomeEdgesAndItsNeighboursHearOfIt() {
    putSilent("lighthouse");
    encoded("lighthouse", 1).statusCode(200);
    put("harbour", Embedding.of(0f, 1f));

    encoded("harbour", 1)
        .statusCode(200)
        .header("ce-type", EventTypes.NEIGHBOURS_REFRESHED)
        .body("changeId", equalTo("harbour:1"))
        .body("items", contains("harbour", "lighthouse"))
        .body("entities", contains("person:Ines Brandt"));

    assertThat(around("person:Ines Brandt"))
        .extracting(Edge::source)
        .containsOnly(Edge.Source.ATTRIBUTES);
    assertThat(neighbours("lighthouse").get(1)).isGreaterThan(0.99f);
  }

  @Test
  void aRemovedItemLeavesNoTrace() {
    put("wreck", Embedding.of(1f, 0f));
    encoded("wreck", 1).statusCode(200).body("entities", hasItems("person:Ines Brandt"));
    stores().items().remove(new ItemId("wreck")).await().indefinitely();
    stores().vectors().content(NONE).removeAll(Set.of(new ItemId("wreck"))).await().indefinitely();

    encoded("wreck", 0).statusCode(200).body("items", hasItems("wreck"));

    assertThat(around("item:wreck")).isEmpty();
    assertThat(stores().vectors().neighbours(NONE).find(new ItemId("wreck")).await().indefinitely())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kg-updated/invalid/entity-without-type.json",
        "kg-updated/invalid/missing-change-id.json",
        "kg-updated/invalid/missing-tail.json",
        "kg-updated/invalid/weight-above-one.json",
        "kg-updated/invalid/weight-zero.json",
        "kg-updated/invalid/valid-until-no-time.json",
        "kg-updated/invalid/unknown-provenance.json",
        "kg-updated/invalid/merge-without-into.json",
        "kg-updated/invalid/split-of-no-edges.json",
        "kg-updated/invalid/blank-label.json",
        "graph-query/invalid/missing-entity.json",
        "graph-query/invalid/four-hops.json",
        "item-encoded/invalid/negative-version.json",
        "labels-encoded/invalid/no-entities.json",
        "neighbours-refreshed/invalid/described-no-entity.json"
      })
  void whatCannotBeMeantIsRefused(String sample) throws IOException {
    post(sample.substring(0, sample.indexOf('/')), sample(sample))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", startsWith("data"));
  }

  @Test
  void anEdgeFromANodeToItselfIsRefusedByItsPlace() {
    post("kg-updated", change("loop", "added", "theme:tides", "theme:tides"))
        .statusCode(400)
        .body("field", equalTo("data.added[0].tail"));
  }

  @Test
  void aMergedEntityIsMeantByWhoeverNamesItLater() {
    post("kg-updated", change("before", "added", "item:early", "theme:the sea")).statusCode(200);

    post(
            "kg-updated",
            """
            {"changeId": "merge", "merged": [{"entity": "theme:the sea", "into": "theme:sea"}],
             "entities": [{"entity": "theme:sea", "label": "The sea"}]}
            """)
        .statusCode(200)
        .body("items", contains("early"));
    post("kg-updated", change("after", "added", "item:late", "theme:the sea")).statusCode(200);

    assertThat(around("theme:the sea")).isEmpty();
    assertThat(around("theme:sea"))
        .extracting(edge -> edge.head().value())
        .containsExactly("item:early", "item:late");
  }

  @Test
  void whatAChangeDescribesIsNamedInItsAnswerAndAskedToBeEncoded() throws IOException {
    post(
            "kg-updated",
            """
            {"changeId": "names", "merged": [{"entity": "mood:gloom", "into": "mood:grief"}],
             "entities": [{"entity": "mood:7", "label": "Longing"}, {"entity": "item:named"}]}
            """)
        .statusCode(200)
        .body("described", contains("mood:7", "mood:gloom", "mood:grief"));
    post("kg-updated", change("unnamed", "added", "item:x", "mood:7"))
        .statusCode(200)
        .body("described", nullValue());

    send(EventTypes.NEIGHBOURS_REFRESHED, sample("neighbours-refreshed/edge-some-described.json"))
        .statusCode(200)
        .header("ce-type", EventTypes.ENCODE_LABELS)
        .header("ce-source", "/functions/neighbours-refreshed")
        .body("changeId", equalTo("names-2026-03-04-0001"))
        .body("entities", contains("genre:crime", "person:Mirela Okonjo"));
    send(EventTypes.NEIGHBOURS_REFRESHED, sample("neighbours-refreshed/ordinary.json"))
        .statusCode(204);
  }

  @Test
  void anItemHearsWhatAnEntityIsCalledOnceThatIsEncoded() {
    post("kg-updated", change("calm-1", "added", "item:quiet", "mood:8")).statusCode(200);
    post("kg-updated", described("calm-2", "mood:8", "Calm")).statusCode(200);
    assertThat(neighboursOf("quiet")).isEmpty();
    encoders().save("Calm", Embedding.of(1f)).await().indefinitely();

    send(EventTypes.LABELS_ENCODED, "{\"changeId\": \"calm-2\", \"entities\": [\"mood:8\"]}")
        .statusCode(200)
        .header("ce-type", EventTypes.NEIGHBOURS_REFRESHED)
        .header("ce-source", "/functions/labels-encoded")
        .body("changeId", equalTo("calm-2"))
        .body("items", contains("quiet"))
        .body("entities", contains("mood:8"))
        .body("described", nullValue());

    assertThat(neighbours("quiet").get(0)).isCloseTo(1, within(1e-6f));

    encoders().save("Storm", Embedding.of(-1f)).await().indefinitely();
    post("kg-updated", described("calm-3", "mood:8", "Storm")).statusCode(200);
    assertThat(neighbours("quiet").get(0)).isCloseTo(-1, within(1e-6f));
  }

  private static String described(String changeId, String entity, String label) {
    return "{\"changeId\": \"%s\", \"entities\": [{\"entity\": \"%s\", \"label\": \"%s\"}]}"
        .formatted(changeId, entity, label);
  }

  /** Returns the labels that the encoder of the space has read: its vectors have one value. */
  private VectorStore<String> encoders() {
    return stores().vectors().labels(ContentSpace.NONE.blocks().getFirst().encoder());
  }

  @Test
  void theGraphIsShownAsItIsNow() {
    post("kg-updated", change("shown", "added", "item:shown", "theme:shown")).statusCode(200);

    query("{\"queryId\": \"q\", \"entity\": \"theme:shown\"}")
        .body("queryId", equalTo("q"))
        .body("edges.head", contains("item:shown"))
        .body("edges.provenance", contains("graph"))
        .body("nodes.find { it.entity == 'theme:shown' }.degree", equalTo(1))
        .body("paths", empty());

    post("kg-updated", change("hidden", "removed", "item:shown", "theme:shown")).statusCode(200);
    query("{\"entity\": \"theme:shown\"}").body("edges", empty()).body("nodes", empty());
  }

  @Test
  void pathsLeadFromWhatWasNamedToTheItem() {
    post("kg-updated", change("p1", "added", "item:p1", "theme:paths")).statusCode(200);
    post("kg-updated", change("p2", "added", "item:p2", "theme:paths")).statusCode(200);

    query("{\"entity\": \"item:p2\", \"from\": [\"item:p1\"], \"userId\": \"nobody\"}")
        .body("paths", hasSize(1))
        .body("paths[0].nodes", contains("item:p1", "theme:paths", "item:p2"))
        .body("paths[0].relations", contains("about", "about"));
  }

  private static ValidatableResponse query(String query) {
    return send(EventTypes.GRAPH_QUERY, query)
        .statusCode(200)
        .header("ce-type", EventTypes.GRAPH_ANSWER);
  }

  private void put(String id, Embedding content) {
    putSilent(id);
    stores().vectors().content(NONE).save(new ItemId(id), content).await().indefinitely();
  }

  private void putSilent(String id) {
    Item item =
        new Item(
            new ItemId(id),
            1,
            id,
            "",
            List.of(),
            List.of(),
            Map.of("author", List.of("Ines Brandt")),
            "en",
            true,
            Instant.EPOCH);
    stores().items().save(item).await().indefinitely();
  }

  private Embedding neighbours(String item) {
    return neighboursOf(item).orElseThrow();
  }

  private Optional<Embedding> neighboursOf(String item) {
    return stores().vectors().neighbours(NONE).find(new ItemId(item)).await().indefinitely();
  }

  private List<Edge> around(String node) {
    EntityId entity = new EntityId(node);
    return stores()
        .graph()
        .around(List.of(entity), 10)
        .await()
        .indefinitely()
        .getOrDefault(entity, List.of());
  }

  private static ValidatableResponse encoded(String item, long version) {
    return send(
        EventTypes.ITEM_ENCODED,
        """
        {"itemId": "%s", "version": %d, "encoder": "test", "views": []}
        """
            .formatted(item, version));
  }

  private static String change(String changeId, String field, String head, String tail) {
    return """
    {"changeId": "%s", "%s": [{"head": "%s", "relation": "about", "tail": "%s"}]}
    """
        .formatted(changeId, field, head, tail);
  }

  private static ValidatableResponse post(String function, String data) {
    return given().contentType("application/json").body(data).post("/" + function).then();
  }

  private static ValidatableResponse send(String type, String data) {
    return given()
        .contentType("application/json")
        .header("ce-specversion", "1.0")
        .header("ce-id", "test-event")
        .header("ce-source", "/test")
        .header("ce-type", type)
        .body(data)
        .post("/")
        .then();
  }

  private static String sample(String name) throws IOException {
    try (InputStream in = GraphFunctionsContract.class.getResourceAsStream("/samples/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
