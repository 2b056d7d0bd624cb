package io.lorecast.ranking;

import io.lorecast.model.EntityId;
import java.util.Arrays;

/** An entity with the edges that lead to it from the items of a catalogue. Not thread-safe. */
final class EntityItems {

  /** The number of an entity of one edge: it joins nothing, so nothing need be kept of it. */
  static final int UNSHARED = -1;

  /** Where what is known of the entity is kept; {@link #UNSHARED} if nowhere. */
  int number = UNSHARED;

  final EntityId entity;
  private int[] slots = new int[2];
  private int[] relations = new int[2];
  private float[] values = new float[2];
  private int count;

  EntityItems(EntityId entity) {
    this.entity = entity;
  }

  /** Returns how many edges there are. */
  int count() {
    return count;
  }

  /** Adds {@code share * weight of the relation * value} of each edge to its item's sum. */
  void addTo(float[] sums, float share, float[] weights) {
    for (int i = 0; i < count; i++) {
      sums[slots[i]] += share * weights[relations[i]] * values[i];
    }
  }

  void add(int slot, int relation, float value) {
    if (count == slots.length) {
      slots = Arrays.copyOf(slots, 2 * count);
      relations = Arrays.copyOf(relations, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    slots[count] = slot;
    relations[count] = relation;
    values[count++] = value;
  }

  void remove(int slot) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (slots[i] != slot) {
        slots[kept] = slots[i];
        relations[kept] = relations[i];
        values[kept++] = values[i];
      }
    }
    count = kept;
  }
}
