package io.lorecast.bench;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.KgUpdated;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A graph as catalogues have them, the same for the same seed: twenty edges an item, of which
 * sixteen lead to people, some of them popular, and four to genres, a decade and a hub that every
 * item has. The first thousand items have one more, to a node of their own.
 *
 * @param items how many there are
 * @param seed draws what is at the other ends
 */
record SyntheticGraph(int items, long seed) {

  static final int EDGES_AN_ITEM = 20;
  static final int TEAM = 1_000;
  static final String TEAM_NODE = "team:thousand";
  static final String HUB = "shop:everything";

  private static final int PEOPLE_AN_ITEM = 16;
  private static final int GENRES = 30;
  private static final int DECADES = 10;
  private static final int DIMENSION = 384;

  /** Returns how many edges there are; of several people of an item some may be the same. */
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
    for (int i = 0; i < PEOPLE_AN_ITEM; i++) {
      // The cube of a uniform number: a few people are in hundreds of items, most in a handful.
      double uniform = random.nextDouble();
      int person = (int) (uniform * uniform * uniform * items * 4);
      edges.add(new EdgeChange(head, "actor " + i, "person:p-" + person, null));
    }
    if (item < TEAM) {
      edges.add(new EdgeChange(head, "team", TEAM_NODE, null));
    }
    return edges;
  }

  /** Returns the change that adds the edges of the items from {@code first} to {@code last}. */
  KgUpdated change(int first, int last) {
    List<EdgeChange> edges = new ArrayList<>();
    for (int item = first; item <= last && item < items; item++) {
      edges.addAll(edges(item));
    }
    return new KgUpdated("bench-" + first + "-" + last, edges, null);
  }

  /** Returns the catalogue entry of an item; one in ten has no text and so no content. */
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
    return item % 10 != 0;
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
