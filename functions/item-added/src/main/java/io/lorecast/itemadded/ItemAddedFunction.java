package io.lorecast.itemadded;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.ItemEncoder;
import io.lorecast.encoding.ItemVectors;
import io.lorecast.events.ItemAdded;
import io.lorecast.events.ItemEncoded;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.ItemStore;
import io.lorecast.store.StoreException;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an item known by what it says: item-added in, item-encoded out. */
@Singleton
public class ItemAddedFunction {

  private static final int ATTEMPTS = 5;

  private final ItemAddedMapper mapper;
  private final ItemEncoder encoder;
  private final ItemStore items;
  private final ItemVectorWriter vectors;
  private final ChangeFeed changes;

  ItemAddedFunction(
      ItemAddedMapper mapper,
      ItemEncoder encoder,
      ItemStore items,
      ItemVectorWriter vectors,
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
    return Uni.combine()
        .all()
        .unis(items.find(item.id()), vectors.current())
        .asTuple()
        .chain(
            read -> {
              Item newest = newer(item, read.getItem1().orElse(null));
              ContentSpace space = read.getItem2();
              return encoder
                  .encode(newest)
                  .call(encoded -> vectors.save(newest.id(), encoded, space))
                  .chain(encoded -> confirm(newest, encoded, space, attempt));
            });
  }

  private static Item newer(Item item, @Nullable Item stored) {
    if (stored == null || stored.version() < item.version()) {
      return item;
    }
    // The same version again keeps the time it first came, so that a redelivery changes nothing.
    return stored.version() > item.version() ? stored : item.withAddedAt(stored.addedAt());
  }

  /**
   * Stores the item, then looks whether the vectors are still its own: another version that was
   * being stored at the same time may have replaced them, or readers may have switched to another
   * space. Then the newer of the two is stored again.
   */
  private Uni<ItemEncoded> confirm(
      Item item, ItemVectors encoded, ContentSpace space, int attempt) {
    return items
        .save(item.withAttributes(encoded.attributes()))
        .chain(
            saved ->
                saved ? vectors.isSaved(item.id(), encoded, space) : Uni.createFrom().item(false))
        .chain(
            settled -> {
              if (settled) {
                String by = ItemVectorWriter.encoders(encoded, vectors.own());
                return Uni.createFrom().item(ItemAddedMapper.toEvent(item, encoded, by));
              }
              return attempt < ATTEMPTS
                  ? store(item, attempt + 1)
                  : Uni.createFrom().failure(busy());
            });
  }

  private static StoreException busy() {
    return new StoreException(
        "storing an item", new ConcurrentModificationException("its versions keep changing"));
  }
}
