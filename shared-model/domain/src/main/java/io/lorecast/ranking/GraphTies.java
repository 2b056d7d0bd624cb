package io.lorecast.ranking;

import io.lorecast.model.EntityId;
import io.lorecast.ranking.CatalogueItem.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The edges of the items of a catalogue from both ends, for {@link GraphAttention}: by the item's
 * slot, and by the entity. An edge of weight w counts w / sqrt(edges of the item with its
 * relation), and all that an item's edges count is scaled so that the row of its entities has
 * length 1: a graph of many edges an item says no more than one of few. An edge between two items
 * counts as if both had each other and themselves as entities. Not thread-safe.
 *
 * <p>Source of the division by the edges of a relation, of which the root is taken because squares
 * make up the length: "Modeling Relational Data with Graph Convolutional Networks", ESWC 2018,
 * doi:10.1007/978-3-319-93417-4_38, equation 2.
 */
final class GraphTies {

  /** An entity of more than one in so many items is a hub. */
  private static final int HUB = 20;

  /** An entity of so few items is never a hub. */
  private static final int FEW = 10;

  /**
   * The edges of one item.
   *
   * @param ends what each leads to
   * @param relations the number of each one's relation
   * @param values what each counts
   */
  @SuppressWarnings("ArrayRecordComponent") // stays inside the package
  record Ties(EntityItems[] ends, int[] relations, float[] values) {

    private static final Ties NONE = new Ties(new EntityItems[0], new int[0], new float[0]);

    int count() {
      return values.length;
    }
  }

  private final Map<EntityId, EntityItems> ends = new HashMap<>();
  private final ArrayDeque<Integer> free = new ArrayDeque<>();
  private final Map<String, Integer> relationNumbers = new HashMap<>();
  private final List<String> relations = new ArrayList<>();
  private final List<String> readableRelations = Collections.unmodifiableList(relations);
  private EntityItems[] byNumber = new EntityItems[0];
  private int numbers;
  private @Nullable Ties[] bySlot = new Ties[0];
  private int items;

  /** Replaces the edges of the item {@code self} in {@code slot}. */
  void put(int slot, EntityId self, List<Link> links) {
    remove(slot);
    if (slot >= bySlot.length) {
      bySlot = Arrays.copyOf(bySlot, Math.max(slot + 1, bySlot.length * 3 / 2));
    }
    Map<Link, Float> counts = counts(self, links);
    int n = counts.size();
    Ties ties = new Ties(new EntityItems[n], new int[n], new float[n]);
    int i = 0;
    for (Map.Entry<Link, Float> edge : counts.entrySet()) {
      EntityItems end = ends.computeIfAbsent(edge.getKey().entity(), EntityItems::new);
      ties.ends[i] = end;
      ties.relations[i] = relationNumbers.computeIfAbsent(edge.getKey().relation(), this::named);
      ties.values[i] = edge.getValue();
      end.add(slot, ties.relations[i], ties.values[i]);
      number(end);
      i++;
    }
    bySlot[slot] = ties;
    items++;
  }

  /** Returns what each edge counts, scaled so that the row of the entities has length 1. */
  private static Map<Link, Float> counts(EntityId self, List<Link> links) {
    Set<Link> edges = new LinkedHashSet<>(links);
    Map<String, Integer> degrees = new HashMap<>();
    edges.forEach(link -> degrees.merge(link.relation(), 1, Integer::sum));
    links.stream()
        .filter(link -> link.entity().item().isPresent())
        .forEach(link -> edges.add(new Link(link.relation(), self, link.weight())));
    Map<Link, Float> counts = new LinkedHashMap<>();
    Map<EntityId, Double> row = new LinkedHashMap<>();
    for (Link edge : edges) {
      double count = edge.weight() / Math.sqrt(degrees.getOrDefault(edge.relation(), 1));
      counts.put(edge, (float) count);
      row.merge(edge.entity(), count, Double::sum);
    }
    double squares = row.values().stream().mapToDouble(value -> value * value).sum();
    counts.replaceAll((edge, count) -> (float) (count / Math.sqrt(squares)));
    return counts;
  }

  private int named(String relation) {
    relations.add(relation);
    return relations.size() - 1;
  }

  /** Gives {@code end} a number as long as it has two edges or more. */
  private void number(EntityItems end) {
    if (end.count() < 2 && end.number != EntityItems.UNSHARED) {
      free.push(end.number);
      end.number = EntityItems.UNSHARED;
    } else if (end.count() >= 2 && end.number == EntityItems.UNSHARED) {
      end.number = free.isEmpty() ? numbers++ : free.pop();
      if (end.number >= byNumber.length) {
        byNumber = Arrays.copyOf(byNumber, Math.max(end.number + 1, 2 * byNumber.length));
      }
      byNumber[end.number] = end;
    }
  }

  /** Removes the edges of the item in {@code slot}; there need not be one. */
  void remove(int slot) {
    if (slot >= bySlot.length || bySlot[slot] == null) {
      return;
    }
    for (EntityItems end : of(slot).ends) {
      end.remove(slot);
      number(end);
      if (end.count() == 0) {
        ends.remove(end.entity);
      }
    }
    bySlot[slot] = null;
    items--;
  }

  /** Returns the edges of the item in {@code slot}. */
  Ties of(int slot) {
    Ties ties = bySlot[slot];
    return ties == null ? Ties.NONE : ties;
  }

  /** Returns the entity of {@code number}. */
  EntityItems end(int number) {
    return byNumber[number];
  }

  /** Returns what the numbers of all shared entities are below. */
  int numbers() {
    return numbers;
  }

  /** Returns what the slots of all items are below. */
  int slots() {
    return bySlot.length;
  }

  /** Returns whether {@code end} joins items, and not so many that it is a hub. */
  boolean tells(EntityItems end) {
    return end.number != EntityItems.UNSHARED && end.count() <= Math.max(FEW, items / HUB);
  }

  /** Returns how rare {@code end} is: idf / ln(items), at most 1. */
  float rarity(EntityItems end) {
    return items < 2 ? 0 : (float) Math.max(0, 1 - Math.log(end.count()) / Math.log(items));
  }

  /** Returns the relations, each at its number; grows with this. */
  List<String> relations() {
    return readableRelations;
  }
}
