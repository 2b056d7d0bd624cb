package io.lorecast.itemadded;

import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.ItemStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A store in which something may happen just before an item is saved. */
final class InterruptedItemStore implements ItemStore {

  private static final Runnable NOTHING = () -> {};

  private final ItemStore store;
  private Runnable interruption = NOTHING;

  InterruptedItemStore(ItemStore store) {
    this.store = store;
  }

  /** Lets {@code interruption} happen once. */
  void beforeNextSave(Runnable interruption) {
    this.interruption = interruption;
  }

  @Override
  public Uni<Boolean> save(Item item) {
    Runnable now = interruption;
    interruption = NOTHING;
    now.run();
    return store.save(item);
  }

  @Override
  public Uni<Optional<Item>> find(ItemId id) {
    return store.find(id);
  }

  @Override
  public Uni<Map<ItemId, Item>> findAll(Collection<ItemId> ids) {
    return store.findAll(ids);
  }

  @Override
  public Uni<Boolean> remove(ItemId id) {
    return store.remove(id);
  }

  @Override
  public Multi<Item> all() {
    return store.all();
  }
}
