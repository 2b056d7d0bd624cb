package io.lorecast.itemadded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.EncodedTexts;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.ItemEncoder;
import io.lorecast.encoding.ItemView;
import io.lorecast.encoding.TextViews;
import io.lorecast.encoding.View;
import io.lorecast.encoding.onnx.EncoderSettings;
import io.lorecast.encoding.onnx.TextEncoders;
import io.lorecast.events.ItemAdded;
import io.lorecast.events.ItemEncoded;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryItemStore;
import io.lorecast.store.InMemoryModelStore;
import io.lorecast.store.InMemoryVectorStores;
import io.lorecast.store.StoreException;
import io.lorecast.store.VectorStores;
import io.lorecast.vector.Embedding;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What two versions of an item, or a crash, may do to each other between two writes. */
class ItemVersionsTest {

  private static final ItemId ID = new ItemId("1");

  private static Encoder encoder;

  private final InterruptedItemStore items = new InterruptedItemStore(new InMemoryItemStore());
  private final VectorStores vectors = new InMemoryVectorStores();
  private final InMemoryChangeFeed changes = new InMemoryChangeFeed();
  private final ItemEncoder itemEncoder =
      new ItemEncoder(
          List.of(
              new TextViews(
                  new EncodedTexts(encoder, vectors.encoded(), Runnable::run),
                  Set.of(View.NAME, View.DESCRIPTION),
                  item -> true)));
  private final ContentSpace space =
      new ContentSpace(
          List.of(
              new ContentBlock(
                  encoder.version(),
                  encoder.dimension(),
                  1,
                  Map.of(View.NAME, 1f, View.DESCRIPTION, 1f))));
  private final ItemAddedFunction function =
      new ItemAddedFunction(
          new ItemAddedMapper(Clock.systemUTC()),
          itemEncoder,
          items,
          new ItemVectorWriter(space, itemEncoder, vectors, new InMemoryModelStore()),
          changes);

  @BeforeAll
  static void open() {
    encoder =
        TextEncoders.miniLm(
            EncoderSettings.defaults().withCacheFolder(Path.of("target", "models")));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void aNewerVersionStoredBetweenAnOldersVectorsAndItemWins() {
    items.beforeNextSave(() -> add(2));

    ItemEncoded reply = add(1);

    assertThat(reply.version()).isEqualTo(2);
    assertStoredWholeIs(2);
  }

  @Test
  void anOlderVersionStoredBetweenANewersVectorsAndItemLosesItsVectorsAgain() {
    items.beforeNextSave(() -> add(1));

    ItemEncoded reply = add(2);

    assertThat(reply.version()).isEqualTo(2);
    assertStoredWholeIs(2);
  }

  @Test
  void aCrashBeforeTheItemIsStoredIsHealedByTheRedelivery() {
    items.beforeNextSave(
        () -> {
          throw new StoreException("saving", new IllegalStateException("the power went out"));
        });
    assertThatThrownBy(() -> add(1)).isInstanceOf(StoreException.class);
    assertThat(items.find(ID).await().indefinitely()).isEmpty();
    assertThat(changes.since(0).await().indefinitely().items()).isEmpty();

    add(1);

    assertStoredWholeIs(1);
    assertThat(changes.since(0).await().indefinitely().items()).containsExactly(ID);
  }

  private ItemEncoded add(long version) {
    return function.onItemAdded(event(version)).await().indefinitely();
  }

  private static ItemAdded event(long version) {
    return new ItemAdded("1", version, name(version), null, null, null, null, null, null);
  }

  private static String name(long version) {
    return version == 1 ? "A first title" : "Something else altogether";
  }

  private void assertStoredWholeIs(long version) {
    Embedding expected = encoder.encode(name(version));
    assertThat(items.find(ID).await().indefinitely().map(Item::version)).contains(version);
    assertThat(vectors.content(space.id()).find(ID).await().indefinitely()).contains(expected);
    assertThat(
            vectors
                .views(encoder.version())
                .find(new ItemView(ID, View.NAME))
                .await()
                .indefinitely())
        .contains(expected);
  }
}
