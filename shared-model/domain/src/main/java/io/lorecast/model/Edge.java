package io.lorecast.model;

/**
 * A typed, directed edge of the knowledge graph. Two edges with the same head, relation and tail
 * are the same edge.
 *
 * @param head where it starts, most often an item
 * @param relation its type, for example {@code director}; 1 to 200 characters
 * @param tail where it ends
 * @param weight how much it says, in (0, 1]
 * @param source who says so
 */
public record Edge(EntityId head, String relation, EntityId tail, float weight, Source source) {

  /** Who asserted an edge, and so who may take it back; the later in this list, the stronger. */
  public enum Source {
    /** A language model that read the item's texts; the weight is its confidence. */
    LANGUAGE_MODEL,
    /** The attributes of an item; replaced whole with the item's next version. */
    ATTRIBUTES,
    /** The owner of the graph, by an event of their own. */
    GRAPH;

    /** Returns whether an edge of this source stands above the same edge of {@code other}. */
    public boolean isAbove(Source other) {
      return compareTo(other) > 0;
    }
  }

  public Edge {
    Identifiers.require("relation", relation);
    if (head.equals(tail)) {
      throw new InvalidEventException("tail", "must differ from head, was " + tail);
    }
    if (!(weight > 0 && weight <= 1)) {
      throw new InvalidEventException("weight", "must be above 0 and at most 1, was " + weight);
    }
  }

  /** Returns an edge of weight 1 that the owner of the graph asserted. */
  public static Edge of(EntityId head, String relation, EntityId tail) {
    return new Edge(head, relation, tail, 1f, Source.GRAPH);
  }

  /** Returns this edge with {@code other} in the place of {@code end}, which it must touch. */
  public Edge moved(EntityId end, EntityId other) {
    return end.equals(head)
        ? new Edge(other, relation, tail, weight, source)
        : new Edge(head, relation, other, weight, source);
  }

  /**
   * Returns the end that is not {@code end}.
   *
   * @throws IllegalArgumentException if this edge does not end there at all
   */
  public EntityId opposite(EntityId end) {
    if (end.equals(head)) {
      return tail;
    }
    if (end.equals(tail)) {
      return head;
    }
    throw new IllegalArgumentException(this + " does not touch " + end);
  }
}
