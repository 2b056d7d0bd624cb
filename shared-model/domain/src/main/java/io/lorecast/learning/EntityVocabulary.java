package io.lorecast.learning;

import io.lorecast.model.EntityId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The entities that join items, the most frequent first, and how much each says: sqrt(idf).
 *
 * @param entities by falling number of items, then by id
 * @param weights sqrt(ln(items / documents)), shape [entities]
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the model
record EntityVocabulary(List<EntityId> entities, float[] weights) {

  /** An entity of one item says nothing of another. */
  private static final int LEAST_ITEMS = 2;

  static EntityVocabulary of(List<FitItem> items, FitSettings settings) {
    Map<EntityId, Integer> documents = new HashMap<>();
    items.forEach(
        item -> item.entities().forEach(entity -> documents.merge(entity, 1, Integer::sum)));
    // An entity of every item tells none from another.
    List<Map.Entry<EntityId, Integer>> kept =
        documents.entrySet().stream()
            .filter(entry -> entry.getValue() >= LEAST_ITEMS && entry.getValue() < items.size())
            .sorted(
                Map.Entry.<EntityId, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(entry -> entry.getKey().value()))
            .limit(settings.mostEntities())
            .toList();
    float[] weights = new float[kept.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.sqrt(Math.log(items.size() / (double) kept.get(i).getValue()));
    }
    return new EntityVocabulary(kept.stream().map(Map.Entry::getKey).toList(), weights);
  }

  Map<EntityId, Integer> positions() {
    Map<EntityId, Integer> positions = new HashMap<>();
    entities.forEach(entity -> positions.put(entity, positions.size()));
    return positions;
  }

  /**
   * Returns the positions of the known ones of {@code of}, the rarest first, at most {@code most}.
   */
  static int[] find(Map<EntityId, Integer> positions, Collection<EntityId> of, int most) {
    return of.stream()
        .distinct()
        .map(positions::get)
        .filter(java.util.Objects::nonNull)
        // Positions rise as entities get rarer.
        .sorted(Comparator.reverseOrder())
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
