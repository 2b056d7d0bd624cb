package io.lorecast.store;

import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An item store in memory that knows what was read from it. */
final class WatchedItemStore implements ItemStore {

  private final ItemStore store = new InMemoryItemStore();
  private final List<ItemId> read = new ArrayList<>();
  private int sweeps;

  /** Returns the items read by name since the last call. */
  List<ItemId> takeRead() {
    List<ItemId> taken = List.copyOf(read);
    read.clear();
    return taken;
  }

  /** Returns how often everything was read. */
  int sweeps() {
    return sweeps;
  }

  @Override
  public Uni<Optional<Item>> find(ItemId id) {
    read.add(id);
    return store.find(id);
  }

  @Override
  public Uni<Map<ItemId, Item>> findAll(Collection<ItemId> ids) {
    read.addAll(ids);
    return store.findAll(ids);
  }

  @Override
  public Multi<Item> all() {
    sweeps++;
    return store.all();
  }

  @Override
  public Uni<Boolean> save(Item item) {
    return store.save(item);
  }

  @Override
  public Uni<Boolean> remove(ItemId id) {
    return store.remove(id);
  }
}
