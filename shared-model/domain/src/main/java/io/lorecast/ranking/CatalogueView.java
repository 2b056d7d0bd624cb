package io.lorecast.ranking;

import io.lorecast.graph.InverseFrequency;
import io.lorecast.learning.Features;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.FoldIn;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arrays behind a {@link Catalogue}: item by slot, a free slot holds null. Reading is for those
 * who hold the catalogue's lock.
 */
final class CatalogueView {

  private final Map<ItemId, Integer> slots = new HashMap<>();

  private final EntityDegrees degrees = new EntityDegrees();
  private final ArrayDeque<Integer> free = new ArrayDeque<>();
  final ItemFeatures features = new ItemFeatures();
  final SequenceFeatures sequence = new SequenceFeatures();
  final GraphTies ties = new GraphTies();
  final Popularity popularity;
  FittedModel model;
  private FoldIn foldIn;
  @Nullable CatalogueItem[] items = new CatalogueItem[0];
  @Nullable Embedding[] contents = new Embedding[0];
  private final CompiledRows rows = new CompiledRows();
  private int used;

  /** Changes whenever an item gets a slot or gives it up. */
  private long layout;

  CatalogueView(FittedModel model, Popularity popularity) {
    this.model = model;
    this.foldIn = foldIn(model);
    this.popularity = popularity;
  }

  /** Returns how many slots there are, free ones among them. */
  int slots() {
    return used;
  }

  /** Returns the item in {@code slot}, which must not be free. */
  CatalogueItem item(int slot) {
    return Objects.requireNonNull(items[slot]);
  }

  int size() {
    return slots.size();
  }

  /** Returns {@code row}, that of {@code item}, to be compiled. */
  CompiledRow compiled(ItemId item, NeighbourRow row) {
    return rows.of(slot(item), row, layout);
  }

  /** Returns the slot of {@code item}, or -1. */
  int slot(ItemId item) {
    Integer slot = slots.get(item);
    return slot == null ? -1 : slot;
  }

  /** Returns what people call {@code item}; its id if it is not here. */
  String name(ItemId item) {
    int slot = slot(item);
    return slot < 0 ? item.value() : item(slot).name();
  }

  /** Returns what people call {@code entity}: an item's name, or else what the id says. */
  String name(EntityId entity) {
    return entity.item().map(this::name).orElseGet(entity::name);
  }

  /** Returns the fold-in of the model in use. */
  FoldIn foldIn(double recency) {
    return foldIn.withRecency(recency);
  }

  private static FoldIn foldIn(FittedModel model) {
    return new FoldIn(model.z(), Features.K, 1);
  }

  /** Returns the idf of {@code entity} among the items that are here now, above 0. */
  double frequency(EntityId entity) {
    return new InverseFrequency(Math.max(1, size())).of(degrees.of(entity));
  }

  void put(CatalogueItem item, Optional<Embedding> content) {
    int slot = claim(item.id());
    join(slot, items[slot], item);
    items[slot] = item;
    contents[slot] = content.orElse(null);
    float[] row = new float[Features.SIZE];
    model.features(item.id(), content, item.entities(), row, 0);
    features.set(slot, ItemFeatures.Rows.of(row, foldIn), 0);
    if (!sequence.isEmpty()) {
      sequence.ensure(used);
      sequence.set(slot, item.id());
    }
  }

  /** Returns the slot of {@code item}, a free one if it has none. */
  private int claim(ItemId item) {
    int known = slot(item);
    if (known >= 0) {
      return known;
    }
    int slot = free.isEmpty() ? used++ : free.pop();
    slots.put(item, slot);
    layout++;
    grow();
    return slot;
  }

  /** Most changes of an item leave its edges alone, and those of a hub are long to look through. */
  private void join(int slot, @Nullable CatalogueItem before, CatalogueItem item) {
    if (before != null && before.links().equals(item.links())) {
      return;
    }
    if (before != null) {
      degrees.remove(before);
    }
    degrees.add(item);
    ties.put(slot, EntityId.of(item.id()), item.links());
  }

  void remove(ItemId item) {
    Integer slot = slots.remove(item);
    if (slot != null) {
      degrees.remove(item(slot));
      items[slot] = null;
      rows.clear(slot);
      layout++;
      contents[slot] = null;
      features.set(slot, ItemFeatures.Rows.of(new float[Features.SIZE], foldIn), 0);
      popularity.clear(slot);
      ties.remove(slot);
      free.push(slot);
    }
  }

  /** Returns what {@code other} makes of every slot. */
  ItemFeatures.Rows rowsUnder(FittedModel other) {
    float[] rows = new float[used * Features.SIZE];
    for (int slot = 0; slot < used; slot++) {
      CatalogueItem item = items[slot];
      if (item != null) {
        Optional<Embedding> content = Optional.ofNullable(contents[slot]);
        other.features(item.id(), content, item.entities(), rows, slot * Features.SIZE);
      }
    }
    return ItemFeatures.Rows.of(rows, foldIn(other));
  }

  void use(FittedModel other, ItemFeatures.Rows rows) {
    model = other;
    foldIn = foldIn(other);
    for (int slot = 0; slot < used; slot++) {
      features.set(slot, rows, slot);
    }
  }

  void use(SequenceModel later) {
    sequence.update(later);
    sequence.ensure(used);
    for (int slot = 0; slot < used; slot++) {
      CatalogueItem item = items[slot];
      if (item != null) {
        sequence.set(slot, item.id());
      }
    }
  }

  void at(Instant now) {
    popularity.at(now, used);
  }

  private void grow() {
    features.ensure(used);
    popularity.ensure(used);
    rows.ensure(used);
    if (items.length < used) {
      int length = Math.max(used, items.length + items.length / 2);
      items = Arrays.copyOf(items, length);
      contents = Arrays.copyOf(contents, length);
    }
  }
}
