package io.lorecast.store;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import java.util.Comparator;

/** What makes two edges the same edge. In the order of {@link #text()}. */
public record EdgeKey(EntityId head, String relation, EntityId tail)
    implements Comparable<EdgeKey> {

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
