package io.lorecast.itemadded;

import static io.lorecast.itemadded.Posts.event;
import static io.lorecast.itemadded.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.View;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.store.EntityStore;
import io.lorecast.store.LabelVectors;
import io.lorecast.store.ModelStore;
import io.lorecast.store.VectorStores;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Labels over HTTP, the real model, any stores. Each test has entities of its own. */
abstract class EncodeLabelsFunctionContract {

  abstract EntityStore entities();

  abstract VectorStores vectors();

  abstract ModelStore models();

  @Test
  void aLabelIsReadAsTheNameOfAnItemIs() {
    EntityId noir = described("genre:7", "Film noir");
    post("item-added", event("film-noir", 1, "Film noir", "")).statusCode(200);

    encode("genre:7", "genre:undescribed")
        .header("ce-type", equalTo("io.lorecast.labels-encoded.v1"))
        .header("ce-source", equalTo("/functions/encode-labels"))
        .body("changeId", equalTo("names-1"))
        .body("entities", contains("genre:7", "genre:undescribed"));

    ContentSpace space = await(models().currentSpace());
    Optional<Embedding> item = await(vectors().content(space.id()).find(new ItemId("film-noir")));
    assertThat(item).isPresent();
    Map<EntityId, Embedding> labels =
        await(new LabelVectors(entities(), vectors()).of(List.of(noir), space));
    assertThat(labels).containsExactly(Map.entry(noir, item.get()));
  }

  @Test
  void labelsOfTheSameMeaningLieCloser() {
    described("theme:sea", "The sea");
    described("theme:ocean", "The ocean");
    described("theme:tax", "Income tax");

    encode("theme:sea", "theme:ocean", "theme:tax");

    float[] sea = label("The sea");
    assertThat(VectorMath.cosine(sea, label("The ocean")))
        .isGreaterThan(VectorMath.cosine(sea, label("Income tax")));
  }

  @Test
  void anItemsNameIsNoLabel() {
    described("item:labelled", "The name of an item");

    encode("item:labelled");

    assertThat(find("The name of an item")).isEmpty();
  }

  @Test
  void whatIsNoEntityIsRefused() {
    post("encode-labels", Samples.read("encode-labels/invalid/entity-without-type.json"))
        .statusCode(400)
        .body("field", equalTo("data.entities[0]"));
  }

  private EntityId described(String id, String label) {
    EntityId entity = new EntityId(id);
    await(
        entities()
            .saveAll(
                List.of(new Entity(entity, label, entity.type(), List.of(), Optional.empty()))));
    return entity;
  }

  private static ValidatableResponse encode(String... entities) {
    String list = "\"" + String.join("\",\"", entities) + "\"";
    return post("encode-labels", "{\"changeId\":\"names-1\",\"entities\":[" + list + "]}")
        .statusCode(200);
  }

  private float[] label(String text) {
    return find(text).orElseThrow().toArray();
  }

  private Optional<Embedding> find(String text) {
    post("item-added", event("any", 1, "Anything", "")).statusCode(200);
    ContentSpace space = await(models().currentSpace());
    assertThat(space.blocks().getFirst().views()).containsKey(View.NAME);
    return await(vectors().labels(space.blocks().getFirst().encoder()).find(text));
  }

  private static <T> T await(Uni<T> answer) {
    return answer.await().indefinitely();
  }
}
