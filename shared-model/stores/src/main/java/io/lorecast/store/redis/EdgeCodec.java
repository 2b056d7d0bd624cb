package io.lorecast.store.redis;

import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import io.lorecast.store.StoreException;

/** What is stored under an edge's key: source and weight, parted by a tab. */
final class EdgeCodec {

  private static final String TAB = "\t";

  private EdgeCodec() {}

  static String encode(Edge edge) {
    return edge.source().name() + TAB + edge.weight();
  }

  /** Returns the edge that {@code value} is stored for under {@code key}. */
  static Edge decode(String key, String value) {
    try {
      String[] name = key.split(TAB, -1);
      String[] said = value.split(TAB, -1);
      return new Edge(
          new EntityId(name[0]),
          name[1],
          new EntityId(name[2]),
          Float.parseFloat(said[1]),
          Source.valueOf(said[0]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new StoreException("reading the edge " + key.replace(TAB, " "), e);
    }
  }
}
