package io.lorecast.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemEncoderTest {

  private final ItemEncoder items =
      new ItemEncoder(
          new EncodedTexts(
              new LetterEncoder("letters-1"), new InMemoryVectorStore<>(), Runnable::run),
          new ViewFusion(Map.of(View.NAME, 1f, View.DESCRIPTION, 1f, View.REVIEWS, 1f)));

  @Test
  void eachViewIsEncodedByItselfAndAllAreFused() {
    ItemVectors vectors = encode("a", "b", List.of());

    assertThat(vectors.views())
        .isEqualTo(
            Map.of(View.NAME, Embedding.of(1, 0, 0), View.DESCRIPTION, Embedding.of(0, 1, 0)));
    // (1, 1, 0), of length sqrt(2)
    assertThat(vectors.content()).isEqualTo(Embedding.of(0.70710677f, 0.70710677f, 0));
  }

  @Test
  void reviewsAreOneViewHoweverManyThereAre() {
    ItemVectors vectors = encode("a", "", List.of("b", "c", " "));

    assertThat(vectors.views()).containsOnlyKeys(View.NAME, View.REVIEWS);
    assertThat(vectors.views().get(View.REVIEWS))
        .isEqualTo(Embedding.of(0, 0.70710677f, 0.70710677f));
  }

  @Test
  void aBlankDescriptionIsNoView() {
    assertThat(encode("a", " \n", List.of()).views()).containsOnlyKeys(View.NAME);
  }

  private ItemVectors encode(String name, String description, List<String> reviews) {
    Item item =
        new Item(
            new ItemId("1"),
            1,
            name,
            description,
            reviews,
            List.of(),
            Map.of(),
            "en",
            true,
            Instant.EPOCH);
    return items.encode(item).await().indefinitely();
  }
}
