package io.lorecast.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemEncoderTest {

  private static final Set<View> TEXTS = Set.of(View.NAME, View.DESCRIPTION, View.REVIEWS);

  private final ItemEncoder items =
      new ItemEncoder(
          List.of(
              encoder("letters-1", TEXTS, "en"),
              encoder("letters-2", TEXTS, "zh"),
              encoder("letters-3", Set.of(View.NAME), "en")));

  private static ViewEncoder encoder(String version, Set<View> views, String language) {
    return new TextViews(
        new EncodedTexts(new LetterEncoder(version), new InMemoryVectorStore<>(), Runnable::run),
        views,
        item -> item.language().equals(language));
  }

  @Test
  void eachViewIsEncodedByItselfByEachEncoderThatReadsIt() {
    assertThat(encode("en", "a", "b", List.of()).views())
        .isEqualTo(
            Map.of(
                "letters-1",
                Map.of(View.NAME, Embedding.of(1, 0, 0), View.DESCRIPTION, Embedding.of(0, 1, 0)),
                "letters-3",
                Map.of(View.NAME, Embedding.of(1, 0, 0))));
  }

  @Test
  void anotherLanguageIsReadByItsEncoderAlone() {
    assertThat(encode("zh", "a", "", List.of()).views()).containsOnlyKeys("letters-2");
  }

  @Test
  void reviewsAreOneViewHoweverManyThereAre() {
    Map<View, Embedding> views = encode("zh", "a", "", List.of("b", "c", " ")).of("letters-2");

    assertThat(views).containsOnlyKeys(View.NAME, View.REVIEWS);
    assertThat(views.get(View.REVIEWS)).isEqualTo(Embedding.of(0, 0.70710677f, 0.70710677f));
  }

  @Test
  void aBlankDescriptionIsNoView() {
    assertThat(encode("en", "a", " \n", List.of()).present()).containsExactly(View.NAME);
  }

  private ItemVectors encode(
      String language, String name, String description, List<String> reviews) {
    Item item =
        new Item(
            new ItemId("1"),
            1,
            name,
            description,
            reviews,
            List.of(),
            Map.of(),
            language,
            true,
            Instant.EPOCH);
    return items.encode(item).await().indefinitely();
  }
}
