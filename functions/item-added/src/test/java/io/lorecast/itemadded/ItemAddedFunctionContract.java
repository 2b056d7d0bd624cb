package io.lorecast.itemadded;

import static io.lorecast.itemadded.Posts.event;
import static io.lorecast.itemadded.Posts.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.lorecast.encoding.ItemView;
import io.lorecast.encoding.View;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.ItemStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStores;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events over HTTP, the real model, any stores. Each test has items of its own. */
abstract class ItemAddedFunctionContract {

  abstract ItemStore items();

  abstract VectorStores vectors();

  abstract ModelStore models();

  abstract ChangeFeed changes();

  @Test
  void anItemIsEncodedStoredAndAnnounced() {
    ItemId book = new ItemId("book-17");

    post("item-added", Samples.read("item-added/ordinary.json"))
        .statusCode(200)
        .header("ce-type", equalTo("io.lorecast.item-encoded.v1"))
        .header("ce-source", equalTo("/functions/item-added"))
        .body("itemId", equalTo("book-17"))
        .body("version", equalTo(3))
        .body("encoder", startsWith("minilm-"))
        .body("views", contains("name", "description", "reviews"));

    assertThat(item(book).attributes()).containsEntry("author", List.of("Mirela Okonjo"));
    Embedding content = await(content().find(book)).orElseThrow();
    assertThat(content.dimension()).isEqualTo(384);
    assertThat(view(book, View.NAME)).isPresent();
    assertThat(view(book, View.DESCRIPTION)).isPresent();
    assertThat(await(changes().since(0)).items()).contains(book);
  }

  @Test
  void theGatewaysPlainJsonDoesTheSame() {
    given()
        .contentType("application/json")
        .body(event("plain", 1, "A plain title", "About plain things."))
        .post("/item-added")
        .then()
        .statusCode(200)
        .body("itemId", equalTo("plain"))
        .body("views", contains("name", "description"));

    assertThat(item(new ItemId("plain")).name()).isEqualTo("A plain title");
  }

  @Test
  void itemsAboutTheSameThingLieCloser() {
    post("item-added", event("whale", 1, "The White Whale", "A captain hunts a whale at sea."));
    post("item-added", event("shark", 1, "Deep Water", "Fishermen fight a shark off the coast."));
    post("item-added", event("bank", 1, "The Ledger", "An accountant uncovers fraud in a bank."));

    assertThat(cosine("whale", "shark")).isGreaterThan(cosine("whale", "bank") + .1f);
  }

  @Test
  void anOlderVersionIsIgnoredAndAnsweredWithTheStoredOne() {
    ItemId id = new ItemId("versions");
    post("item-added", event("versions", 2, "Second", "The second description."));
    Embedding second = await(content().find(id)).orElseThrow();

    post("item-added", event("versions", 1, "First", "Another description."))
        .statusCode(200)
        .body("version", equalTo(2));

    assertThat(item(id).name()).isEqualTo("Second");
    assertThat(await(content().find(id))).contains(second);
  }

  @Test
  void aRedeliveryChangesNothing() {
    ItemId id = new ItemId("twice");
    String event = event("twice", 1, "Twice", "Delivered twice.");
    post("item-added", event);
    Item first = item(id);
    Embedding content = await(content().find(id)).orElseThrow();

    post("item-added", event).statusCode(200).body("version", equalTo(1));

    assertThat(item(id)).isEqualTo(first);
    assertThat(await(content().find(id))).contains(content);
  }

  @Test
  void aVersionWithoutDescriptionTakesTheOldDescriptionAway() {
    ItemId id = new ItemId("shrinks");
    post("item-added", event("shrinks", 1, "Shrinks", "Something to say."));

    post("item-added", event("shrinks", 2, "Shrinks", "")).body("views", contains("name"));

    assertThat(view(id, View.DESCRIPTION)).isEmpty();
    assertThat(view(id, View.NAME)).isEqualTo(await(content().find(id)));
  }

  @Test
  void aTextThatWasEncodedBeforeIsReadFromTheCache() throws NoSuchAlgorithmException {
    post("item-added", event("cached-1", 1, "A title of two items", ""));
    ItemId first = new ItemId("cached-1");
    Embedding encoded = await(content().find(first)).orElseThrow();
    // Another vector under the text's hash: who encodes again does not find it.
    String key = encoder() + ":" + sha256("A title of two items");
    assertThat(await(vectors().encoded().find(key))).contains(encoded);
    float[] planted = new float[encoded.dimension()];
    planted[7] = 1;
    await(vectors().encoded().save(key, Embedding.of(planted)));

    post("item-added", event("cached-2", 1, "A title of two items", ""));

    assertThat(await(content().find(new ItemId("cached-2")))).contains(Embedding.of(planted));
  }

  @Test
  void aRemovedItemIsGoneWithItsVectors() {
    ItemId id = new ItemId("leaves");
    post("item-added", event("leaves", 1, "Leaves", "Soon gone."));
    long before = await(changes().since(0)).revision();

    removed("leaves");
    removed("leaves");

    assertThat(await(items().find(id))).isEmpty();
    assertThat(await(content().find(id))).isEmpty();
    assertThat(view(id, View.NAME)).isEmpty();
    assertThat(view(id, View.DESCRIPTION)).isEmpty();
    assertThat(await(changes().since(before)).items()).contains(id);
  }

  @Test
  void whatFollowsOnARedeliveredEventIsTheSameEvent() {
    String event = event("follow-on", 1, "Follows", "");

    String first = post("item-added", event).extract().header("ce-id");

    post("item-added", event).header("ce-id", equalTo(first)).header("ce-subject", "follow-on");
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static void removed(String id) {
    post("item-removed", "{\"itemId\":\"%s\"}".formatted(id))
        .statusCode(200)
        .header("ce-type", equalTo("io.lorecast.item-encoded.v1"))
        .header("ce-source", equalTo("/functions/item-removed"))
        .body("itemId", equalTo(id))
        .body("version", equalTo(0));
  }

  /** Returns the version of the encoder that the catalogue is read by. */
  private String encoder() {
    return await(models().currentSpace()).blocks().getFirst().encoder();
  }

  private VectorStore<ItemId> content() {
    return vectors().content(await(models().currentSpace()).id());
  }

  private Optional<Embedding> view(ItemId id, View view) {
    return await(vectors().views(encoder()).find(new ItemView(id, view)));
  }

  private Item item(ItemId id) {
    return await(items().find(id)).orElseThrow();
  }

  private float cosine(String a, String b) {
    return VectorMath.cosine(
        await(content().find(new ItemId(a))).orElseThrow().toArray(),
        await(content().find(new ItemId(b))).orElseThrow().toArray());
  }

  private static <T> T await(Uni<T> answer) {
    return answer.await().indefinitely();
  }
}
