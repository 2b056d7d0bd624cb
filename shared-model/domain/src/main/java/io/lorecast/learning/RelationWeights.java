package io.lorecast.learning;

import java.util.HashMap;
import java.util.Map;

/**
 * How much each relation of the knowledge graph counts when it joins what a user liked with another
 * item. Immutable; every weight is finite and at least 0.
 *
 * @param values the weights that have been learned, by relation
 */
public record RelationWeights(Map<String, Float> values) {

  /** What a relation counts of which nothing has been learned. */
  public static final float START = .16f;

  /** How many relations have a weight of their own; the others keep that of the start. */
  private static final int MOST = 1_000;

  public RelationWeights {
    values = Map.copyOf(values);
    values.forEach(
        (relation, weight) -> {
          if (!(weight >= 0 && Float.isFinite(weight))) {
            throw new IllegalArgumentException(
                "a weight must be finite and not negative, was %s of %s"
                    .formatted(weight, relation));
          }
        });
  }

  /** Returns the weights before anything has been learned. */
  public static RelationWeights start() {
    return new RelationWeights(Map.of());
  }

  /** Returns the weight of {@code relation}. */
  public float weight(String relation) {
    Float learned = values.get(relation);
    return learned == null ? START : learned;
  }

  /**
   * Returns these weights with each of {@code steps} added, and none below 0: the projection of
   * projected gradient descent.
   */
  RelationWeights plus(Map<String, Double> steps) {
    Map<String, Float> next = new HashMap<>(values);
    steps.forEach(
        (relation, step) -> {
          if (next.containsKey(relation) || next.size() < MOST) {
            next.put(relation, (float) Math.max(0, weight(relation) + step));
          }
        });
    return new RelationWeights(next);
  }
}
