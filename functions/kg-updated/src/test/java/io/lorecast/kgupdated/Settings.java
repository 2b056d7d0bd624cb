package io.lorecast.kgupdated;

import java.util.Map;

/** Configuration as a test sets it. */
record Settings(
    int edgesAChange,
    int sampledEdges,
    int fanOut,
    int neighbours,
    double catalogueScale,
    int changesARefresh,
    Map<String, String> types)
    implements KgUpdatedConfig {

  /** So small that a handful of nodes meets every limit. */
  static final Settings SMALL = new Settings(20, 5, 3, 3, 50, 4, Map.of());
}
