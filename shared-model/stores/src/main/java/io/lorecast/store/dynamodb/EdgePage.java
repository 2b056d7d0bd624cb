package io.lorecast.store.dynamodb;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.codec.EdgeCodec;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The edges that are kept with a node, as many as fit: reading or writing the twenty edges of an
 * item costs one row. Those beyond have a row each, in the same partition, so that a hub's page
 * does not grow with it.
 *
 * @param version counts the changes of all that is kept with the node; 0 before the first
 * @param overflows whether there may be edges beyond
 */
record EdgePage(EntityId node, long version, boolean overflows, Map<EdgeKey, Edge> edges) {

  /**
   * What fits, in bytes of text: some 300 edges. DynamoDB charges a write by the kilobyte, so a
   * page must not be large for the sake of one edge.
   */
  private static final int FITTING = 16_384;

  EdgePage {
    edges = Collections.unmodifiableMap(edges);
  }

  /** Returns the page of a node that has none yet. */
  static EdgePage empty(EntityId node) {
    return new EdgePage(node, 0, false, Map.of());
  }

  static EdgePage of(EntityId node, long version, boolean overflows, Collection<Edge> edges) {
    Map<EdgeKey, Edge> byKey = new TreeMap<>();
    edges.forEach(edge -> byKey.put(EdgeKey.of(edge), edge));
    return new EdgePage(node, version, overflows, byKey);
  }

  /** The next version of a page, while it is made. */
  static final class Draft {

    private final EdgePage page;
    private final Map<EdgeKey, Edge> edges;
    private int bytes;
    private boolean overflows;

    Draft(EdgePage page) {
      this.page = page;
      this.edges = new TreeMap<>(page.edges());
      this.bytes = page.edges().values().stream().mapToInt(this::bytes).sum();
      this.overflows = page.overflows();
    }

    private int bytes(Edge edge) {
      return EdgeCodec.encode(edge, page.node()).getBytes(StandardCharsets.UTF_8).length + 1;
    }

    /**
     * Lets {@code edge} stand under {@code key}, or none; returns whether the page could take that,
     * or else a row beyond it must.
     *
     * @param isBeyond whether an edge stands there beyond the page
     */
    boolean set(EdgeKey key, Optional<Edge> edge, boolean isBeyond) {
      Edge there = edges.get(key);
      if (there == null && (isBeyond || !edge.map(this::fits).orElse(true))) {
        overflows = true;
        return false;
      }
      bytes -= there == null ? 0 : bytes(there);
      edge.ifPresentOrElse(now -> edges.put(key, now), () -> edges.remove(key));
      bytes += edge.map(this::bytes).orElse(0);
      return true;
    }

    private boolean fits(Edge edge) {
      return bytes + bytes(edge) <= FITTING;
    }

    /** Returns the page after {@code versions} more. */
    EdgePage page(int versions) {
      return new EdgePage(page.node(), page.version() + versions, overflows, edges);
    }
  }
}
