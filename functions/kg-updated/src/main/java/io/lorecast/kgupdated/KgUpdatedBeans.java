package io.lorecast.kgupdated;

import io.lorecast.graph.AttributeEdges;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Makes the pure part from the configuration. */
final class KgUpdatedBeans {

  @Produces
  @Singleton
  AttributeEdges attributeEdges(KgUpdatedConfig config) {
    Map<String, String> types = new HashMap<>(AttributeEdges.PEOPLE);
    types.putAll(config.types());
    return new AttributeEdges(types);
  }
}
