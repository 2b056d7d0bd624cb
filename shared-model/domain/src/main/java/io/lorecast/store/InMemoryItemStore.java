package io.lorecast.store;

import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An {@link ItemStore} that forgets everything with its process. */
public final class InMemoryItemStore implements ItemStore {

  private final Map<ItemId, Item> items = new LinkedHashMap<>();

  @Override
  public synchronized Uni<Optional<Item>> find(ItemId id) {
    return Uni.createFrom().item(Optional.ofNullable(items.get(id)));
  }

  @Override
  public synchronized Uni<Map<ItemId, Item>> findAll(Collection<ItemId> ids) {
    return Uni.createFrom().item(Selection.of(items, ids));
  }

  @Override
  public synchronized Uni<Boolean> save(Item item) {
    Item known = items.get(item.id());
    boolean newest = known == null || known.version() <= item.version();
    if (newest) {
      items.put(item.id(), item);
    }
    return Uni.createFrom().item(newest);
  }

  @Override
  public synchronized Uni<Boolean> remove(ItemId id) {
    return Uni.createFrom().item(items.remove(id) != null);
  }

  @Override
  public synchronized Multi<Item> all() {
    return Multi.createFrom().iterable(List.copyOf(items.values()));
  }
}
