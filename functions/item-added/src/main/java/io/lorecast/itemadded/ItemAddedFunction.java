package io.lorecast.itemadded;

import io.lorecast.encoding.ItemEncoder;
import io.lorecast.encoding.ItemVectors;
import io.lorecast.encoding.View;
import io.lorecast.events.ItemAdded;
import io.lorecast.events.ItemEncoded;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.ItemStore;
import io.lorecast.store.StoreException;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStores;
import io.lorecast.vector.Embedding;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an item known by what it says: item-added in, item-encoded out. */
@Singleton
public class ItemAddedFunction {

  private static final int ATTEMPTS = 5;

  private final ItemAddedMapper mapper;
  private final ItemEncoder encoder;
  private final ItemStore items;
  private final VectorStores vectors;
  private final ChangeFeed changes;

  ItemAddedFunction(
      ItemAddedMapper mapper,
      ItemEncoder encoder,
      ItemStore items,
      VectorStores vectors,
      ChangeFeed changes) {
    this.mapper = mapper;
    this.encoder = encoder;
    this.items = items;
    this.vectors = vectors;
    this.changes = changes;
  }

  /**
   * Encodes the item's texts, stores vectors and item, tells readers, and replies what is stored.
   *
   * <p>Vectors first, the item last, then the announcement: a crash in between leaves nothing that
   * is visible and incomplete, and the redelivery does it all again to the same bits. Of two
   * versions the higher one is stored, in whatever order they come; the reply names it.
   */
  @Funq("item-added")
  public Uni<ItemEncoded> onItemAdded(ItemAdded event) {
    return store(mapper.toItem(event), 1)
        .call(stored -> changes.announce(List.of(new ItemId(stored.itemId()))));
  }

  /** Stores the newer of {@code item} and what the store has of it. */
  private Uni<ItemEncoded> store(Item item, int attempt) {
    return items
        .find(item.id())
        .map(stored -> newer(item, stored.orElse(null)))
        .flatMap(
            newest ->
                encoder
                    .encode(newest)
                    .call(encoded -> save(newest.id(), encoded))
                    .flatMap(encoded -> confirm(newest, encoded, attempt)));
  }

  private static Item newer(Item item, @Nullable Item stored) {
    if (stored == null || stored.version() < item.version()) {
      return item;
    }
    // The same version again keeps the time it first came, so that a redelivery changes nothing.
    return stored.version() > item.version() ? stored : item.withAddedAt(stored.addedAt());
  }

  private Uni<Void> save(ItemId id, ItemVectors encoded) {
    return Uni.join()
        .all(
            vectors.content().save(id, encoded.content()),
            saveOrRemove(vectors.names(), id, encoded.views().get(View.NAME)),
            saveOrRemove(vectors.descriptions(), id, encoded.views().get(View.DESCRIPTION)))
        .andFailFast()
        .replaceWithVoid();
  }

  private static Uni<Void> saveOrRemove(
      VectorStore<ItemId> store, ItemId id, @Nullable Embedding vector) {
    return vector == null ? store.removeAll(List.of(id)) : store.save(id, vector);
  }

  /**
   * Stores the item, then looks whether the vectors are still its own: another version that was
   * being stored at the same time may have replaced them. Then the newer of the two is stored
   * again.
   */
  private Uni<ItemEncoded> confirm(Item item, ItemVectors encoded, int attempt) {
    return items
        .save(item)
        .flatMap(saved -> vectors.content().find(item.id()).map(now -> saved && isOf(encoded, now)))
        .flatMap(
            settled -> {
              if (settled) {
                return Uni.createFrom()
                    .item(ItemAddedMapper.toEvent(item, encoded, encoder.version()));
              }
              return attempt < ATTEMPTS
                  ? store(item, attempt + 1)
                  : Uni.createFrom().failure(busy());
            });
  }

  private static boolean isOf(ItemVectors encoded, Optional<Embedding> stored) {
    return stored.filter(encoded.content()::equals).isPresent();
  }

  private static StoreException busy() {
    return new StoreException(
        "storing an item", new ConcurrentModificationException("its versions keep changing"));
  }
}
