package io.lorecast.store;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import java.util.Comparator;

/** What makes two edges the same edge. In the order of {@link #text()}. */
public record EdgeKey(EntityId head, String relation, EntityId tail)
    implements Comparable<EdgeKey> {

  /** 2^32 over the golden ratio. */
  private static final int SPREAD = 0x9E3779B9;

  /** Returns the key of {@code edge}. */
  public static EdgeKey of(Edge edge) {
    return new EdgeKey(edge.head(), edge.relation(), edge.tail());
  }

  /**
   * Returns the order of edges as they are seen from {@code end}: those that come in before those
   * that go out, then by relation, then by the other end. So the edges of one relation stand
   * together.
   */
  public static Comparator<EdgeKey> around(EntityId end) {
    return Comparator.<EdgeKey, Boolean>comparing(key -> key.head().equals(end))
        .thenComparing(EdgeKey::relation)
        .thenComparing(key -> key.head().equals(end) ? key.tail().value() : key.head().value());
  }

  /** Returns head, relation and tail, parted by tabs, which none of them can contain. */
  public String text() {
    return head.value() + '\t' + relation + '\t' + tail.value();
  }

  /**
   * The usual factor, 31, is that of strings too: with it an edge from i-5 to p-120 would have the
   * hash of one from i-6 to p-020, and in a graph of numbered nodes most would share theirs.
   */
  @Override
  public int hashCode() {
    return (head.hashCode() * SPREAD + relation.hashCode()) * SPREAD + tail.hashCode();
  }

  @Override
  public int compareTo(EdgeKey other) {
    // Part by part is the same order: a tab comes before every character that the parts can have.
    int heads = head.value().compareTo(other.head.value());
    if (heads != 0) {
      return heads;
    }
    int relations = relation.compareTo(other.relation);
    return relations != 0 ? relations : tail.value().compareTo(other.tail.value());
  }
}
