package io.lorecast.store;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;

/** What makes two edges the same edge. In the order of {@link #text()}. */
public record EdgeKey(EntityId head, String relation, EntityId tail)
    implements Comparable<EdgeKey> {

  /** Returns the key of {@code edge}. */
  public static EdgeKey of(Edge edge) {
    return new EdgeKey(edge.head(), edge.relation(), edge.tail());
  }

  /** Returns head, relation and tail, parted by tabs, which none of them can contain. */
  public String text() {
    return head.value() + '\t' + relation + '\t' + tail.value();
  }

  @Override
  public int compareTo(EdgeKey other) {
    return text().compareTo(other.text());
  }
}
