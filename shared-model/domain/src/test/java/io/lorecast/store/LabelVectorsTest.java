package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.View;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.vector.Embedding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabelVectorsTest {

  private static final EntityId NOIR = new EntityId("genre:1");
  private static final EntityId UNDESCRIBED = new EntityId("genre:Film noir");
  private static final Map<View, Float> NAMES = Map.of(View.NAME, 1f, View.DESCRIPTION, 2f);
  private static final ContentSpace SPACE =
      new ContentSpace(
          List.of(
              new ContentBlock("english", 2, 1, NAMES),
              new ContentBlock("chinese", 1, 1, NAMES),
              new ContentBlock("pictures", 1, 2, Map.of(View.IMAGES, 1f))));

  private final EntityStore entities = new InMemoryEntityStore();
  private final VectorStores vectors = new InMemoryVectorStores();
  private final LabelVectors labels = new LabelVectors(entities, vectors);

  private Map<EntityId, Embedding> labels() {
    return Answer.of(labels.of(List.of(NOIR, UNDESCRIBED), SPACE));
  }

  private void call(EntityId entity, String label) {
    Answer.of(
        entities.saveAll(List.of(new Entity(entity, label, "genre", List.of(), Optional.empty()))));
  }

  @BeforeEach
  void readFilmNoir() {
    Answer.of(vectors.labels("english").save("Film noir", Embedding.of(0.6f, 0.8f)));
  }

  @Test
  void aLabelIsWhatAnItemOfThisNameAloneWouldBe() {
    Answer.of(vectors.labels("chinese").save("Film noir", Embedding.of(1f)));
    call(NOIR, "Film noir");

    // Weights 1, 1 and 2: the text blocks have the length sqrt(1/4) each, the images' is unknown.
    assertThat(labels()).containsExactly(Map.entry(NOIR, Embedding.of(0.3f, 0.4f, 0.5f, 0f)));
  }

  @Test
  void whatNoEncoderOfTheSpaceHasReadIsLeftOut() {
    Answer.of(vectors.labels("former").save("Cinéma noir", Embedding.of(1f, 0f)));
    call(NOIR, "Cinéma noir");

    assertThat(labels()).isEmpty();
  }

  @Test
  void theNameInAnIdIsNoLabelUntilSomebodySaysSo() {
    assertThat(labels()).isEmpty();

    call(UNDESCRIBED, UNDESCRIBED.name());
    assertThat(labels()).containsOnlyKeys(UNDESCRIBED);
  }

  @Test
  void whatAnEntityIsCalledNowCounts() {
    call(NOIR, "Western");
    call(NOIR, "Film noir");
    assertThat(labels()).containsOnlyKeys(NOIR);

    call(NOIR, "Western");
    assertThat(labels()).isEmpty();
  }

  @Test
  void anItemHasTextsOfItsOwn() {
    assertThat(
            LabelVectors.texts(
                List.of(Entity.of(new EntityId("item:cleo")), Entity.of(UNDESCRIBED))))
        .containsExactly("Film noir");
  }
}
