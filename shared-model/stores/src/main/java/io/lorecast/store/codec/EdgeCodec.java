package io.lorecast.store.codec;

import com.github.benmanes.caffeine.cache.Interner;
import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.StoreException;

/**
 * Edges as they are kept around each of their ends: direction, relation, other end, source and
 * weight, parted by tabs. The end itself stands in the key and is not repeated; members in their
 * order of bytes are in the order of {@link EdgeKey#around}.
 */
public final class EdgeCodec {

  private static final char TAB = '\t';
  private static final String INBOUND = "i";
  private static final String OUTBOUND = "o";
  private static final int PARTS = 5;

  /** Readers keep a million edges between far fewer nodes, of far fewer relations still. */
  private static final Interner<EntityId> NODES = Interner.newWeakInterner();

  private static final Interner<String> RELATIONS = Interner.newWeakInterner();

  private EdgeCodec() {}

  /** Returns what the member of the edge {@code key} around {@code end} starts with. */
  public static String start(EdgeKey key, EntityId end) {
    boolean outbound = key.head().equals(end);
    EntityId other = outbound ? key.tail() : key.head();
    return (outbound ? OUTBOUND : INBOUND) + TAB + key.relation() + TAB + other.value();
  }

  /** Returns what the member of {@code edge} ends with, around either end. */
  public static String rest(Edge edge) {
    return TAB + edge.source().name() + TAB + edge.weight();
  }

  /** Returns the member of {@code edge} around {@code end}. */
  public static String encode(Edge edge, EntityId end) {
    return start(EdgeKey.of(edge), end) + rest(edge);
  }

  /**
   * Returns the edge that {@code member} around {@code end} stands for.
   *
   * @throws StoreException if it is not what {@link #encode} makes
   */
  public static Edge decode(EntityId end, String member) {
    try {
      String[] parts = member.split("\t", -1);
      if (parts.length != PARTS) {
        throw new IllegalArgumentException("has " + parts.length + " parts");
      }
      EntityId other = NODES.intern(new EntityId(parts[2]));
      boolean outbound = parts[0].equals(OUTBOUND);
      return new Edge(
          outbound ? end : other,
          RELATIONS.intern(parts[1]),
          outbound ? other : end,
          Float.parseFloat(parts[4]),
          Source.valueOf(parts[3]));
    } catch (IllegalArgumentException e) {
      throw new StoreException("reading an edge of " + end, e);
    }
  }
}
