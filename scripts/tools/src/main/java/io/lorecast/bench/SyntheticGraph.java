package io.lorecast.bench;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.KgUpdated;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A graph as catalogues have them, the same for the same seed: twenty edges an item, of which
 * sixteen lead to people, some of them popular, and four to genres, a decade and a hub that every
 * item has. One item in ten has no text, so that its vector depends on its neighbours. The first
 * thousand items have one more edge, to a node of their own, and so have the first thousand without
 * text.
 *
 * @param items how many there are
 * @param seed draws what is at the other ends
 */
record SyntheticGraph(int items, long seed) {

  private static final int EDGES_AN_ITEM = 20;
  static final int TEAM = 1_000;
  static final String TEAM_NODE = "team:thousand";
  static final String UNTOLD_NODE = "team:untold";
  static final String HUB = "shop:everything";

  private static final int PEOPLE_AN_ITEM = 16;
  private static final int PEOPLE_FOR_AN_ITEM = 4;
  private static final int ITEMS_FOR_ONE_UNTOLD = 10;
  private static final int GENRES = 30;
  private static final int DECADES = 10;
  private static final int DIMENSION = 384;

  /** Returns the edges of {@code item}, all different. */
  List<EdgeChange> edges(int item) {
    SplittableRandom random = new SplittableRandom(seed + item);
    String head = "item:" + name(item);
    List<EdgeChange> edges = new ArrayList<>();
    edges.add(new EdgeChange(head, "sold in", HUB, null));
    edges.add(new EdgeChange(head, "decade", "decade:" + random.nextInt(DECADES), null));
    int genre = random.nextInt(GENRES);
    edges.add(new EdgeChange(head, "genre", "genre:" + genre, null));
    edges.add(
        new EdgeChange(
            head, "genre", "genre:" + (genre + 1 + random.nextInt(GENRES - 1)) % GENRES, null));
    people(random)
        .forEach(person -> edges.add(new EdgeChange(head, "actor", "person:p-" + person, null)));
    if (item < TEAM) {
      edges.add(new EdgeChange(head, "team", TEAM_NODE, null));
    }
    if (item < TEAM * ITEMS_FOR_ONE_UNTOLD && !hasContent(item)) {
      edges.add(new EdgeChange(head, "team", UNTOLD_NODE, null));
    }
    return edges;
  }

  /** Returns how many edges all items have. */
  long edges() {
    return (long) items * EDGES_AN_ITEM
        + Math.min(items, TEAM)
        + Math.min(items / ITEMS_FOR_ONE_UNTOLD, TEAM);
  }

  /** The cube of a uniform number: a few people are in hundreds of items, most in a handful. */
  private Set<Integer> people(SplittableRandom random) {
    Set<Integer> people = new LinkedHashSet<>();
    while (people.size() < PEOPLE_AN_ITEM) {
      double uniform = random.nextDouble();
      people.add(
          (int) (uniform * uniform * uniform * (items + PEOPLE_AN_ITEM) * PEOPLE_FOR_AN_ITEM));
    }
    return people;
  }

  /** Returns the change that adds the edges of the items from {@code first} to {@code last}. */
  KgUpdated change(int first, int last) {
    List<EdgeChange> edges = new ArrayList<>();
    for (int item = first; item <= last && item < items; item++) {
      edges.addAll(edges(item));
    }
    return new KgUpdated("bench-" + first + "-" + last, edges, null);
  }

  /** Returns the catalogue entry of an item. */
  Item item(int item) {
    return new Item(
        id(item),
        1,
        "Item " + name(item),
        "",
        List.of(),
        List.of(),
        Map.of(),
        "en",
        true,
        Instant.EPOCH);
  }

  boolean hasContent(int item) {
    return item % ITEMS_FOR_ONE_UNTOLD != 0;
  }

  Embedding content(int item) {
    SplittableRandom random = new SplittableRandom(~seed ^ item);
    float[] values = new float[DIMENSION];
    for (int d = 0; d < values.length; d++) {
      values[d] = (float) random.nextDouble(-1, 1);
    }
    return Embedding.of(values);
  }

  static ItemId id(int item) {
    return new ItemId(name(item));
  }

  static EntityId entity(int item) {
    return EntityId.of(id(item));
  }

  private static String name(int item) {
    return "i-" + item;
  }
}
