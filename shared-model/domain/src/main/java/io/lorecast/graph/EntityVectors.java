package io.lorecast.graph;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an entity is about, told by the items around it.
 *
 * <pre>
 *   v(e) = 1/n * sum of content(i) over the n edges of e that are looked at, i the item at the
 *          other end; an end without content counts as a vector of zeros
 * </pre>
 *
 * <p>Dividing by the number of edges, and not of contents, lets a reader who knows the degree take
 * one item out again exactly: n * v(e) - content(i) is the sum over the others. The length of v(e)
 * therefore means nothing; its direction does. Pure, and the same bits for any order of edges.
 */
public final class EntityVectors {

  /** The share of a vector that rounding may leave when all of it is taken away. */
  private static final double NOTHING_LEFT = 1e-3;

  private EntityVectors() {}

  /**
   * Returns v(e), shape [d], or empty if no item around the entity has content.
   *
   * @param edges the edges of {@code entity} that are looked at
   * @param contents content vectors, shape [d] each; where dimensions differ, as while a catalogue
   *     changes its encoder, the most frequent one counts and the other vectors are left out
   */
  public static Optional<Embedding> mean(
      EntityId entity, Collection<Edge> edges, Map<ItemId, Embedding> contents) {
    List<Embedding> around =
        edges.stream()
            .flatMap(edge -> edge.opposite(entity).item().stream())
            .filter(contents::containsKey)
            .sorted(Comparator.comparing(ItemId::value))
            .map(contents::get)
            .toList();
    if (around.isEmpty()) {
      return Optional.empty();
    }
    double[] sum = new double[dimension(around)];
    around.stream()
        .filter(content -> content.dimension() == sum.length)
        .forEach(content -> add(sum, content));
    float[] mean = new float[sum.length];
    for (int d = 0; d < mean.length; d++) {
      mean[d] = (float) (sum[d] / edges.size());
    }
    return Optional.of(Embedding.of(mean));
  }

  /**
   * Returns {@code (1 - share) * mean + share * label}: what the items around an entity say, and
   * what its name says to the encoder.
   *
   * @param share how much the name counts, in [0, 1]
   * @throws IllegalArgumentException if the share is out of range or the dimensions differ
   */
  public static Embedding blended(Embedding mean, Embedding label, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be 0 to 1, was " + share);
    }
    if (mean.dimension() != label.dimension()) {
      throw new IllegalArgumentException(
          "dimensions differ: " + mean.dimension() + " and " + label.dimension());
    }
    float[] blend = new float[mean.dimension()];
    for (int d = 0; d < blend.length; d++) {
      blend[d] = (float) ((1 - share) * mean.get(d) + share * label.get(d));
    }
    return Embedding.of(blend);
  }

  /**
   * Returns the direction of v(e), shape [d], of length 1, when {@code content} is taken out of it;
   * empty if nothing else was in it.
   *
   * @param edges the n that v(e) was divided by
   * @param times how many of these edges led to the item of {@code content}
   */
  static Optional<float[]> without(Embedding mean, long edges, Embedding content, int times) {
    float[] rest = mean.toArray();
    double left = 0;
    double taken = 0;
    for (int d = 0; d < rest.length; d++) {
      double part = (double) times * content.get(d);
      double value = (double) edges * rest[d] - part;
      rest[d] = (float) value;
      left += value * value;
      taken += part * part;
    }
    if (left <= NOTHING_LEFT * NOTHING_LEFT * taken) {
      return Optional.empty();
    }
    VectorMath.normalise(rest);
    return Optional.of(rest);
  }

  /** Returns the most frequent dimension; of several the largest. */
  private static int dimension(List<Embedding> vectors) {
    return vectors.stream()
        .collect(Collectors.groupingBy(Embedding::dimension, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  private static void add(double[] sum, Embedding addend) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += addend.get(d);
    }
  }
}
