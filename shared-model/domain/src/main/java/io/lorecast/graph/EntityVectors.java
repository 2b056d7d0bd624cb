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
 * What an entity is about, told by the items around it, and how much it says.
 *
 * <pre>
 *   v(e) = sqrt(idf(e)) * normalise( sum of content(i) over the edges of e that are looked at,
 *          i the item at the other end; an end without content adds nothing )
 * </pre>
 *
 * <p>So the weight of a rare entity travels with its vector, and who reads the vector need not read
 * the degree. The square root damps hubs less than idf itself would. Pure, and the same bits for
 * any order of edges.
 *
 * @param frequency what tells rare entities from hubs
 */
public record EntityVectors(InverseFrequency frequency) {

  /**
   * Returns v(e), shape [d], of length sqrt(idf(e)), or empty if the items around the entity have
   * no content, or contents that cancel each other out.
   *
   * @param edges the edges of {@code entity} that are looked at
   * @param degree how many edges it has
   * @param contents content vectors, shape [d] each; where dimensions differ, as while a catalogue
   *     changes its encoder, the most frequent one counts and the other vectors are left out
   */
  public Optional<Embedding> of(
      EntityId entity, Collection<Edge> edges, long degree, Map<ItemId, Embedding> contents) {
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
    float[] sum = new float[dimension(around)];
    around.stream()
        .filter(content -> content.dimension() == sum.length)
        .forEach(content -> content.addTo(sum, 1));
    double length = Math.sqrt(VectorMath.dot(sum, sum));
    if (length == 0) {
      return Optional.empty();
    }
    float scale = (float) (weight(degree) / length);
    for (int d = 0; d < sum.length; d++) {
      sum[d] *= scale;
    }
    return Optional.of(Embedding.of(sum));
  }

  /** Returns how much a node with {@code degree} edges says: the square root of its idf. */
  double weight(long degree) {
    return Math.sqrt(frequency.of(degree));
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
}
