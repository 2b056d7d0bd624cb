package io.lorecast.kgupdated;

import io.lorecast.store.NeighbourSettings;
import java.util.Map;

/** Configuration as a test sets it. */
record Settings(int edgesAChange, Map<String, String> types) implements KgUpdatedConfig {

  /** So small that a handful of nodes meets every limit. */
  static final NeighbourSettings SMALL = new NeighbourSettings(5, 3, 3, 50, 4);
}
