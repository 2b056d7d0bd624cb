package io.lorecast.encoding;

import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fuses the views of an item into one vector: the weighted mean of their directions, scaled to
 * length 1.
 *
 * <pre>
 *   content = unit(sum over present views v of weight_v * unit(x_v))
 * </pre>
 *
 * <p>A view that an item lacks takes no part: an item with a name alone has its name's vector, not
 * a shorter one. Late fusion, so that views can be weighed, compared and replaced one by one.
 *
 * <p>Pure and thread-safe; the same views give the same bits, in whatever order they are given.
 */
public final class ViewFusion {

  /** Squared length below which a sum is rounding error and has no direction. */
  private static final float CANCELLED = 1e-12f;

  private ViewFusion() {}

  /**
   * Returns the fused vector, shape [d], of length 1. Where the views cancel out, the first one
   * present stands for all.
   *
   * @param views shape [d] each, of any length but 0; at least one
   * @param weights above 0 and finite, for each of the views; only their proportions matter
   * @throws IllegalArgumentException if there is no view, one has no weight, or their dimensions
   *     differ
   */
  public static Embedding fuse(Map<View, Embedding> views, Map<View, Float> weights) {
    if (views.isEmpty() || !weights.keySet().containsAll(views.keySet())) {
      throw new IllegalArgumentException(
          "views " + views.keySet() + " with weights of " + weights.keySet());
    }
    Map<View, Embedding> ordered = new EnumMap<>(views);
    Embedding first = ordered.values().iterator().next();
    float[] sum = new float[first.dimension()];
    ordered.forEach((view, vector) -> add(vector, weights.getOrDefault(view, 0f), sum));
    return direction(sum, first);
  }

  /**
   * Returns the mean direction of texts of one kind, shape [d], of length 1; all count alike.
   *
   * @param vectors shape [d] each, of any length but 0; at least one
   */
  public static Embedding mean(List<Embedding> vectors) {
    Embedding first = vectors.getFirst();
    float[] sum = new float[first.dimension()];
    vectors.forEach(vector -> add(vector, 1f, sum));
    return direction(sum, first);
  }

  private static void add(Embedding vector, float weight, float[] sum) {
    float[] unit = vector.toArray();
    VectorMath.normalise(unit);
    VectorMath.addScaled(sum, weight, unit);
  }

  private static Embedding direction(float[] sum, Embedding ifCancelled) {
    boolean cancelled = VectorMath.dot(sum, sum) < CANCELLED;
    float[] unit = cancelled ? ifCancelled.toArray() : sum;
    VectorMath.normalise(unit);
    return Embedding.of(unit);
  }
}
