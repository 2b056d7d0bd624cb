package io.lorecast.itemadded;

import io.lorecast.events.ItemEncoded;
import io.lorecast.events.ItemRemoved;
import io.lorecast.model.ItemId;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.ItemStore;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes an item out of the catalogue: item-removed in, item-encoded with version 0 out. */
@Singleton
public class ItemRemovedFunction {

  private final ItemStore items;
  private final ItemVectorWriter vectors;
  private final ChangeFeed changes;

  ItemRemovedFunction(ItemStore items, ItemVectorWriter vectors, ChangeFeed changes) {
    this.items = items;
    this.vectors = vectors;
    this.changes = changes;
  }

  /**
   * Removes the item, then its vectors, tells readers, and replies that it is gone; the same for an
   * item that was not there, so that a redelivery ends what a crash left.
   */
  @Funq("item-removed")
  public Uni<ItemEncoded> onItemRemoved(ItemRemoved event) {
    ItemId id = new ItemId(event.itemId());
    return items
        .remove(id)
        .call(() -> vectors.remove(id))
        .call(() -> changes.announce(List.of(id)))
        .map(removed -> new ItemEncoded(id.value(), 0, "", List.of()));
  }
}
