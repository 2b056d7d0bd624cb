package io.lorecast.itemadded;

import static io.lorecast.itemadded.Posts.event;
import static io.lorecast.itemadded.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.ItemView;
import io.lorecast.encoding.View;
import io.lorecast.learning.FittedModel;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.store.EntityStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.store.VectorStores;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A catalogue that another encoder has read, over HTTP, with the real model. */
@QuarkusTest
@TestProfile(InMemoryStores.Profile.class)
class EncodeCatalogueFunctionTest {

  private static final ContentSpace FORMER = ContentSpace.single("former-1", 3);
  private static final ItemView NAME = new ItemView(new ItemId("reread"), View.NAME);

  @Inject ModelStore models;
  @Inject VectorStores vectors;
  @Inject EntityStore entities;
  @Inject Encoder encoder;

  @Test
  void whatTheConfiguredEncoderHasNotReadIsReadAndTheSwitchIsAskedFor() {
    post("item-added", event("reread", 1, "Read again", "")).statusCode(200);
    await(entities.saveAll(List.of(Entity.of(new EntityId("theme:reading")))));
    await(vectors.views(encoder.version()).removeAll(Set.of(NAME)));

    ContentSpace asked = ContentSpace.parse(encodeCatalogue());

    assertThat(asked.blocks().getFirst().encoder()).isEqualTo(encoder.version());
    assertThat(await(vectors.views(encoder.version()).find(NAME)))
        .contains(encoder.encode("Read again"));
    assertThat(await(vectors.labels(encoder.version()).find("reading")))
        .contains(encoder.encode("reading"));
  }

  @Test
  void anItemAddedBeforeTheSwitchLeavesTheFormerSpaceAloneAndIsReadForTheNext() {
    post("item-added", event("before", 1, "Before", "")).statusCode(200);
    StoredModel used = await(models.current()).orElseThrow();
    await(models.publish(StoredModel.of(FittedModel.unfitted(FORMER))));

    post("item-added", event("meanwhile", 1, "Meanwhile", "")).statusCode(200);

    ItemId meanwhile = new ItemId("meanwhile");
    assertThat(await(vectors.content(FORMER.id()).find(meanwhile))).isEmpty();
    assertThat(await(vectors.views(encoder.version()).find(new ItemView(meanwhile, View.NAME))))
        .isPresent();
    await(models.publish(used));
  }

  private static String encodeCatalogue() {
    return post("encode-catalogue", "{\"requestId\":\"again\"}")
        .statusCode(200)
        .header("ce-type", equalTo("io.lorecast.model-refresh.v1"))
        .body("refreshId", startsWith("space-"))
        .extract()
        .path("space");
  }

  private static <T> T await(Uni<T> answer) {
    return answer.await().indefinitely();
  }
}
