package io.lorecast.graph;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the graph says an item without content is about: the weighted mean of the nodes around it.
 *
 * <pre>
 *   g(i)   = normalise( sum over e of t(i,e) * u(e) )
 *   t(i,e) = the sum of the weights of the edges between i and e
 *   u(e)   = v(e) for an entity, of length sqrt(idf(e));
 *            sqrt(idf(e)) * normalise(content(e)) for an item that i has an edge with
 * </pre>
 *
 * <p>The sum is over the nodes of largest t(i,e) * sqrt(idf(e)), at most as many as configured; of
 * equal ones those whose id comes first. A node around which nothing has content is left out.
 *
 * <p>Pure, and the same bits for any order of edges. Cost O(edges * d). Source of the mean over
 * neighbours: "Inductive Representation Learning on Large Graphs", NeurIPS 2017, section 3.3
 * (arXiv:1706.02216), with weights of frequency in place of trained ones.
 */
public final class NeighbourAggregator {

  private static final Comparator<Edge> FIXED_ORDER =
      Comparator.comparing(Edge::relation).thenComparing(edge -> edge.head().value());

  private static final Comparator<Neighbour> HEAVIEST_FIRST =
      Comparator.comparingDouble(Neighbour::weight)
          .reversed()
          .thenComparing(neighbour -> neighbour.id().value());

  /**
   * A node around an item.
   *
   * @param weight how much it counts
   * @param factor what its vector is multiplied by, which gives it that length
   */
  private record Neighbour(EntityId id, Embedding vector, double weight, double factor) {}

  private final EntityVectors entities;
  private final int kept;

  /**
   * Creates an aggregator.
   *
   * @param entities how much a node says
   * @param kept how many nodes around an item count, at least 1
   */
  public NeighbourAggregator(EntityVectors entities, int kept) {
    if (kept < 1) {
      throw new IllegalArgumentException("kept must be at least 1, was " + kept);
    }
    this.entities = entities;
    this.kept = kept;
  }

  /**
   * Returns g(i), shape [d], of length 1; empty if nothing around the item says anything about it.
   *
   * @param edges the edges of {@code item}
   */
  public Optional<Embedding> aggregate(
      ItemId item, Collection<Edge> edges, Surroundings surroundings) {
    EntityId node = EntityId.of(item);
    Map<EntityId, List<Edge>> ties =
        edges.stream().collect(Collectors.groupingBy(edge -> edge.opposite(node)));
    List<Neighbour> neighbours = new ArrayList<>();
    ties.forEach((id, edgesTo) -> add(neighbours, id, edgesTo, surroundings));
    neighbours.sort(HEAVIEST_FIRST);
    return mean(neighbours);
  }

  private void add(
      List<Neighbour> neighbours, EntityId id, List<Edge> edgesTo, Surroundings surroundings) {
    @Nullable Embedding vector =
        id.item()
            .map(item -> surroundings.contents().get(item))
            .orElseGet(() -> surroundings.entities().get(id));
    double length = vector == null ? 0 : vector.length();
    if (vector != null && length > 0) {
      double tie = edgesTo.stream().sorted(FIXED_ORDER).mapToDouble(Edge::weight).sum();
      double weight = tie * (id.isItem() ? entities.weight(degree(id, surroundings)) : length);
      neighbours.add(new Neighbour(id, vector, weight, weight / length));
    }
  }

  /** Vectors of another encoder than the heaviest one's do not count. */
  private Optional<Embedding> mean(List<Neighbour> neighbours) {
    if (neighbours.isEmpty()) {
      return Optional.empty();
    }
    float[] sum = new float[neighbours.getFirst().vector().dimension()];
    neighbours.stream()
        .filter(neighbour -> neighbour.vector().dimension() == sum.length)
        .limit(kept)
        .forEach(neighbour -> neighbour.vector().addTo(sum, (float) neighbour.factor()));
    if (VectorMath.dot(sum, sum) == 0) {
      return Optional.empty();
    }
    VectorMath.normalise(sum);
    return Optional.of(Embedding.of(sum));
  }

  private static long degree(EntityId entity, Surroundings surroundings) {
    return surroundings.degrees().getOrDefault(entity, 1L);
  }
}
