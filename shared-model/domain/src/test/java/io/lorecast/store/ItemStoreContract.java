package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ItemStore} does. */
public abstract class ItemStoreContract {

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract ItemStore store();

  private static Item item(String id, long version) {
    return new Item(
        new ItemId(id),
        version,
        "Cléo from 5 to 7",
        "Two hours of a singer's life",
        List.of("", "Luminous"),
        List.of("https://example.org/cleo.jpg"),
        Map.of(
            "director",
            List.of("Agnès Varda"),
            "genre",
            List.of("drama", "comedy"),
            "none",
            List.of()),
        "en",
        version % 2 == 1,
        Instant.ofEpochMilli(1_700_000_000_123L + version));
  }

  @Test
  void anAbsentItemIsEmpty() {
    assertThat(Answer.of(store().find(new ItemId("absent")))).isEmpty();
  }

  @Test
  void anItemIsFoundAsItWasSaved() {
    Item item = item("cleo", 1);

    assertThat(Answer.of(store().save(item))).isTrue();

    assertThat(Answer.of(store().find(item.id()))).contains(item);
  }

  @Test
  void anItemWithEmptyTextsIsFoundAsItWasSaved() {
    Item bare =
        new Item(
            new ItemId("bare"),
            1,
            "x",
            "",
            List.of(),
            List.of(),
            Map.of(),
            "",
            true,
            Instant.EPOCH);

    Answer.of(store().save(bare));

    assertThat(Answer.of(store().find(bare.id()))).contains(bare);
  }

  @Test
  void aHigherVersionReplacesALowerOneWhateverTheOrder() {
    Answer.of(store().save(item("cleo", 2)));

    assertThat(Answer.of(store().save(item("cleo", 1)))).isFalse();
    assertThat(Answer.of(store().find(new ItemId("cleo")))).contains(item("cleo", 2));
    assertThat(Answer.of(store().save(item("cleo", 10)))).isTrue();
    assertThat(Answer.of(store().find(new ItemId("cleo")))).contains(item("cleo", 10));
  }

  @Test
  void theSameVersionCanBeSavedAgain() {
    Answer.of(store().save(item("cleo", 3)));

    assertThat(Answer.of(store().save(item("cleo", 3)))).isTrue();
  }

  @Test
  void aRemovedItemIsGoneAndRemovingItAgainSaysSo() {
    Answer.of(store().save(item("cleo", 1)));

    assertThat(Answer.of(store().remove(new ItemId("cleo")))).isTrue();
    assertThat(Answer.of(store().remove(new ItemId("cleo")))).isFalse();
    assertThat(Answer.of(store().find(new ItemId("cleo")))).isEmpty();
  }

  @Test
  void itemsAreFoundInTheOrderAskedForWithoutAbsentOnes() {
    Answer.of(store().save(item("a", 1)));
    Answer.of(store().save(item("b", 1)));
    List<ItemId> asked =
        List.of(new ItemId("b"), new ItemId("absent"), new ItemId("a"), new ItemId("b"));

    Map<ItemId, Item> found = Answer.of(store().findAll(asked));

    assertThat(found.values()).containsExactly(item("b", 1), item("a", 1));
    assertThat(Answer.of(store().findAll(List.of()))).isEmpty();
  }

  @Test
  void hundredsOfItemsAreFoundAtOnceAndAllAreEmitted() {
    List<Item> many = IntStream.range(0, 130).mapToObj(i -> item("item " + i, 1)).toList();

    many.forEach(item -> Answer.of(store().save(item)));

    List<ItemId> ids = many.stream().map(Item::id).toList();
    assertThat(Answer.of(store().findAll(ids)).values()).containsExactlyElementsOf(many);
    assertThat(Answer.of(store().all())).containsExactlyInAnyOrderElementsOf(many);
  }
}
