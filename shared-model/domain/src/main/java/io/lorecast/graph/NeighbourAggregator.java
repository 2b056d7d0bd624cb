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
 * What the graph says an item is about: the weighted mean of the nodes around it.
 *
 * <pre>
 *   g(i)   = normalise( sum over e of w(i,e) * u(e without i) )
 *   w(i,e) = (sum of the weights of the edges between i and e) * sqrt(idf(e))
 *   u      = the direction, of length 1, of: v(e) with i taken out, for an entity;
 *            content(e), for an item that i has an edge with
 * </pre>
 *
 * <p>The sum is over the nodes of largest w, at most as many as configured; of equal ones those
 * whose id comes first. An entity around which nobody but i itself has content says nothing about
 * i, and is left out. An entity with more edges than are looked at keeps i, whose share is less
 * than one in that many. The square root damps hubs less than idf itself would.
 *
 * <p>Pure, and the same bits for any order of edges. Cost O(edges * d). Source of the mean over
 * neighbours: "Inductive Representation Learning on Large Graphs", NeurIPS 2017, section 3.3
 * (arXiv:1706.02216), with weights of frequency in place of trained ones.
 */
public final class NeighbourAggregator {

  private static final Comparator<Edge> FIXED_ORDER =
      Comparator.comparing(Edge::relation).thenComparing(edge -> edge.head().value());

  @SuppressWarnings("ArrayRecordComponent") // summed up once, never compared
  private record Neighbour(EntityId id, double weight, float[] direction) {}

  private final InverseFrequency frequency;
  private final int kept;
  private final int sampled;

  /**
   * Creates an aggregator.
   *
   * @param frequency what tells rare entities from hubs
   * @param kept how many nodes around an item count, at least 1
   * @param sampled at most how many edges of an entity its vector was made of, at least 1
   */
  public NeighbourAggregator(InverseFrequency frequency, int kept, int sampled) {
    if (kept < 1 || sampled < 1) {
      throw new IllegalArgumentException(
          "kept and sampled must be at least 1, were " + kept + " and " + sampled);
    }
    this.frequency = frequency;
    this.kept = kept;
    this.sampled = sampled;
  }

  /**
   * Returns g(i), shape [d], of length 1; empty if nothing around the item says anything about it.
   *
   * @param edges the edges of {@code item}
   */
  public Optional<Embedding> aggregate(
      ItemId item, Collection<Edge> edges, Surroundings surroundings) {
    Map<EntityId, List<Edge>> ties =
        edges.stream().collect(Collectors.groupingBy(edge -> edge.opposite(EntityId.of(item))));
    Embedding own = surroundings.contents().get(item);
    List<Neighbour> neighbours = new ArrayList<>();
    ties.forEach(
        (entity, toEntity) ->
            direction(entity, toEntity.size(), own, surroundings)
                .map(u -> new Neighbour(entity, weight(entity, toEntity, surroundings), u))
                .ifPresent(neighbours::add));
    neighbours.sort(
        Comparator.comparingDouble(Neighbour::weight)
            .reversed()
            .thenComparing(neighbour -> neighbour.id().value()));
    return mean(neighbours, own);
  }

  private double weight(EntityId entity, List<Edge> ties, Surroundings surroundings) {
    double tie = ties.stream().sorted(FIXED_ORDER).mapToDouble(Edge::weight).sum();
    return tie * Math.sqrt(frequency.of(degree(entity, surroundings)));
  }

  private Optional<float[]> direction(
      EntityId entity, int ties, @Nullable Embedding own, Surroundings surroundings) {
    Embedding vector =
        entity.item().isPresent()
            ? surroundings.contents().get(entity.item().get())
            : surroundings.entities().get(entity);
    if (vector == null) {
      return Optional.empty();
    }
    long degree = degree(entity, surroundings);
    if (own != null
        && own.dimension() == vector.dimension()
        && entity.item().isEmpty()
        && degree <= sampled) {
      return EntityVectors.without(vector, degree, own, ties);
    }
    float[] direction = vector.toArray();
    VectorMath.normalise(direction);
    return Optional.of(direction);
  }

  /** Vectors of another encoder than the item's own, or else the heaviest one's, do not count. */
  private Optional<Embedding> mean(List<Neighbour> neighbours, @Nullable Embedding own) {
    if (neighbours.isEmpty()) {
      return Optional.empty();
    }
    int dimension = own != null ? own.dimension() : neighbours.getFirst().direction().length;
    float[] sum = new float[dimension];
    neighbours.stream()
        .filter(neighbour -> neighbour.direction().length == dimension)
        .limit(kept)
        .forEach(
            neighbour ->
                VectorMath.addScaled(sum, (float) neighbour.weight(), neighbour.direction()));
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
