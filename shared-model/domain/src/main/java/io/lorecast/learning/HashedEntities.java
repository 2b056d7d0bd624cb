package io.lorecast.learning;

import io.lorecast.model.EntityId;
import java.util.Collection;

/**
 * A knowledge feature without any fit: each entity is a random direction that its name determines,
 * so that items which share entities are near each other.
 */
final class HashedEntities {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private HashedEntities() {}

  static void project(Collection<EntityId> entities, float[] target, int offset) {
    entities.stream().distinct().forEach(entity -> add(entity.value(), target, offset));
    Features.normalise(target, offset, Features.K);
  }

  private static void add(String name, float[] target, int offset) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    // The finaliser of MurmurHash3, so that every bit depends on every character.
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    for (int d = 0; d < Features.K; d++) {
      target[offset + d] += (hash >>> d & 1) == 0 ? 1 : -1;
    }
  }
}
