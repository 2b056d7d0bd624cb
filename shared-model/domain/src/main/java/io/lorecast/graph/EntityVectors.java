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
import java.util.stream.Stream;

/**
 * What an entity is about, told by the items around it and by what it is called, and how much it
 * says.
 *
 * <pre>
 *   v(e) = sqrt(idf(e)) * normalise( label(e) + sum of content(i) over the edges of e that are
 *          looked at, i the item at the other end; an end without content adds nothing )
 * </pre>
 *
 * <p>The label counts as one item does, so it is all there is of an entity whose items say nothing,
 * and a 1 / (1 + n) share of one with n items. So the weight of a rare entity travels with its
 * vector, and who reads the vector need not read the degree. The square root damps hubs less than
 * idf itself would. Pure, and the same bits for any order of edges.
 *
 * @param frequency what tells rare entities from hubs
 */
public record EntityVectors(InverseFrequency frequency) {

  /**
   * Returns v(e), shape [d], of length sqrt(idf(e)); empty if the entity has no edges, or neither a
   * label nor items with content around it, or what these say cancels out.
   *
   * @param edges the edges of {@code entity} that are looked at
   * @param degree how many edges it has
   * @param label what it is called, as content, shape [d]; empty if nobody said, or it has not been
   *     encoded
   * @param contents content vectors, shape [d] each; where dimensions differ, as while a catalogue
   *     changes its encoder, the most frequent one counts and the other vectors are left out
   */
  public Optional<Embedding> of(
      EntityId entity,
      Collection<Edge> edges,
      long degree,
      Optional<Embedding> label,
      Map<ItemId, Embedding> contents) {
    if (edges.isEmpty()) {
      return Optional.empty();
    }
    Stream<Embedding> items =
        edges.stream()
            .flatMap(edge -> edge.opposite(entity).item().stream())
            .filter(contents::containsKey)
            .sorted(Comparator.comparing(ItemId::value))
            .map(contents::get);
    return mean(Stream.concat(items, label.stream()).toList(), weight(degree));
  }

  /** Returns the direction of the sum of {@code vectors}, of length {@code length}. */
  private static Optional<Embedding> mean(List<Embedding> vectors, double length) {
    if (vectors.isEmpty()) {
      return Optional.empty();
    }
    float[] sum = new float[dimension(vectors)];
    vectors.stream()
        .filter(vector -> vector.dimension() == sum.length)
        .forEach(vector -> vector.addTo(sum, 1));
    double norm = Math.sqrt(VectorMath.dot(sum, sum));
    if (norm == 0) {
      return Optional.empty();
    }
    float scale = (float) (length / norm);
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
