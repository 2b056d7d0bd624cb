package io.lorecast.kgupdated;

import io.lorecast.graph.AttributeEdges;
import io.lorecast.store.EntityStore;
import io.lorecast.store.GraphStore;
import io.lorecast.store.GraphWriter;
import io.lorecast.store.TimedEdgeStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Makes the pure parts from the configuration. */
final class KgUpdatedBeans {

  @Produces
  @Singleton
  AttributeEdges attributeEdges(KgUpdatedConfig config) {
    Map<String, String> types = new HashMap<>(AttributeEdges.PEOPLE);
    types.putAll(config.types());
    return new AttributeEdges(types);
  }

  @Produces
  @Singleton
  GraphWriter graphWriter(GraphStore graph, EntityStore entities, TimedEdgeStore times) {
    return new GraphWriter(graph, entities, times, () -> "time:" + UUID.randomUUID());
  }
}
