package io.lorecast.store;

import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The items of the catalogue: the record, and the truth about availability. */
public interface ItemStore {

  /** Emits the item, or empty if there is none. */
  Uni<Optional<Item>> find(ItemId id);

  /** Emits the items found, in the order of {@code ids}; absent ones are left out. */
  Uni<Map<ItemId, Item>> findAll(Collection<ItemId> ids);

  /** Stores {@code item} unless a higher version is there; emits whether it was stored. */
  Uni<Boolean> save(Item item);

  /** Removes the item; emits whether it was there. */
  Uni<Boolean> remove(ItemId id);

  /** Emits every item, in no order. */
  Multi<Item> all();
}
