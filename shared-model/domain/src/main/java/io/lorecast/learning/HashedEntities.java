package io.lorecast.learning;

import io.lorecast.model.EntityId;
import java.util.Collection;

/**
 * A knowledge feature without any fit: each entity is a random direction that its name determines,
 * so that items which share entities are near each other.
 */
final class HashedEntities {

  private HashedEntities() {}

  static void project(Collection<EntityId> entities, float[] target, int offset) {
    entities.stream().distinct().forEach(entity -> add(entity.value(), target, offset));
    Features.normalise(target, offset, Features.K);
  }

  private static void add(String name, float[] target, int offset) {
    long hash = StableHash.of(name);
    for (int d = 0; d < Features.K; d++) {
      target[offset + d] += (hash >>> d & 1) == 0 ? 1 : -1;
    }
  }
}
