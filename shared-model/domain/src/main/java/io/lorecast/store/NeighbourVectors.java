package io.lorecast.store;

import io.lorecast.graph.EntityVectors;
import io.lorecast.graph.InverseFrequency;
import io.lorecast.graph.NeighbourAggregator;
import io.lorecast.graph.Reach;
import io.lorecast.graph.Surroundings;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the entity and neighbour vectors of a {@link Reach} from what the stores hold now. */
final class NeighbourVectors {

  /**
   * What has been read of the graph.
   *
   * @param sampled at most how many edges of a node vectors are made of, however many were read
   */
  record Read(
      Map<EntityId, List<Edge>> edges, Map<EntityId, Long> degrees, String space, int sampled) {

    private List<Edge> of(EntityId node) {
      List<Edge> all = edges.getOrDefault(node, List.of());
      return all.size() <= sampled ? all : all.subList(0, sampled);
    }

    private Stream<EntityId> around(EntityId node) {
      return of(node).stream().map(edge -> edge.opposite(node));
    }

    private Read and(Map<EntityId, List<Edge>> more) {
      return new Read(joined(edges, more), degrees, space, sampled);
    }
  }

  private final int sampled;
  private final NeighbourAggregator aggregator;
  private final GraphStore graph;
  private final VectorStores vectors;
  private final ModelStore models;

  NeighbourVectors(NeighbourSettings settings, NeighbourSources sources) {
    this.sampled = settings.sampledEdges();
    this.aggregator =
        new NeighbourAggregator(
            new InverseFrequency(settings.catalogueScale()), settings.neighbours(), sampled);
    this.graph = sources.graph();
    this.vectors = sources.vectors();
    this.models = sources.models();
  }

  /**
   * Emits the edges and degrees of some nodes, and in which space contents are read now.
   *
   * @param wide nodes of which up to {@code limit} edges are wanted
   * @param others nodes of which only those edges are wanted that vectors are made of
   */
  Uni<Read> read(Set<EntityId> wide, int limit, Set<EntityId> others) {
    Set<EntityId> nodes = new HashSet<>(others);
    nodes.addAll(wide);
    Set<EntityId> narrow = new HashSet<>(others);
    narrow.removeAll(wide);
    return Uni.combine()
        .all()
        .unis(
            graph.around(wide, Math.max(limit, sampled)),
            graph.around(narrow, sampled),
            graph.degrees(nodes),
            models.currentSpace())
        .with(
            (many, few, degrees, space) ->
                new Read(joined(many, few), degrees, space.id(), sampled));
  }

  /**
   * Computes and saves the vectors of {@code reach}; {@code touched} has been read already. Emits
   * the items of it that have no content of their own.
   */
  Uni<Set<ItemId>> refresh(Reach reach, Read touched) {
    Set<EntityId> unread = new HashSet<>();
    reach.items().forEach(item -> unread.add(EntityId.of(item)));
    unread.removeAll(touched.degrees().keySet());
    return graph
        .around(unread, sampled)
        .map(touched::and)
        .chain(
            near ->
                surroundings(reach, near)
                    .call(known -> save(reach, near, known))
                    .map(known -> silent(reach, known)));
  }

  private static Set<ItemId> silent(Reach reach, Surroundings known) {
    Set<ItemId> silent = new HashSet<>(reach.items());
    silent.removeAll(known.contents().keySet());
    return silent;
  }

  /** Reads what else the vectors are made of, and makes the entity vectors. */
  private Uni<Surroundings> surroundings(Reach reach, Read near) {
    Set<EntityId> around =
        reach.items().stream()
            .flatMap(item -> near.around(EntityId.of(item)))
            .collect(Collectors.toSet());
    Set<EntityId> unread = new HashSet<>(around);
    unread.removeAll(near.degrees().keySet());
    return graph
        .degrees(unread)
        .map(degrees -> joined(near.degrees(), degrees))
        .chain(degrees -> surroundings(reach, near, around, degrees));
  }

  private Uni<Surroundings> surroundings(
      Reach reach, Read near, Set<EntityId> around, Map<EntityId, Long> degrees) {
    Set<EntityId> entities = new HashSet<>(around);
    entities.removeAll(reach.entities());
    // What has one edge only says nothing to the item at its other end, and most have.
    entities.removeIf(node -> node.item().isPresent() || degrees.getOrDefault(node, 0L) <= 1);
    return Uni.combine()
        .all()
        .unis(
            vectors.content(near.space()).findAll(itemsToRead(reach, near, around)),
            vectors.entities(near.space()).findAll(entities))
        .with(
            (contents, found) ->
                new Surroundings(degrees, joined(found, means(reach, near, contents)), contents));
  }

  private static Set<ItemId> itemsToRead(Reach reach, Read near, Set<EntityId> around) {
    Set<ItemId> items = new HashSet<>(reach.items());
    Stream.concat(around.stream(), reach.entities().stream().flatMap(near::around))
        .forEach(node -> node.item().ifPresent(items::add));
    return items;
  }

  private static Map<EntityId, Embedding> means(
      Reach reach, Read near, Map<ItemId, Embedding> contents) {
    Map<EntityId, Embedding> means = new HashMap<>();
    for (EntityId entity : reach.entities()) {
      EntityVectors.mean(entity, near.of(entity), contents)
          .ifPresent(mean -> means.put(entity, mean));
    }
    return means;
  }

  private Uni<Void> save(Reach reach, Read near, Surroundings known) {
    Map<EntityId, Embedding> entities = new HashMap<>(known.entities());
    entities.keySet().retainAll(reach.entities());
    Map<ItemId, Embedding> neighbours = new HashMap<>();
    for (ItemId item : reach.items()) {
      aggregator
          .aggregate(item, near.of(EntityId.of(item)), known)
          .ifPresent(vector -> neighbours.put(item, vector));
    }
    return Uni.combine()
        .all()
        .unis(
            replace(vectors.entities(near.space()), reach.entities(), entities),
            replace(vectors.neighbours(near.space()), reach.items(), neighbours))
        .discardItems();
  }

  /** Saves the vectors there are now, and removes those of the keys that have none any more. */
  private static <K> Uni<Void> replace(
      VectorStore<K> store, Set<K> keys, Map<K, Embedding> vectors) {
    Set<K> without = new HashSet<>(keys);
    without.removeAll(vectors.keySet());
    return store.replaceAll(vectors, without);
  }

  private static <K, V> Map<K, V> joined(Map<K, V> one, Map<K, V> other) {
    Map<K, V> joined = new HashMap<>(one);
    joined.putAll(other);
    return joined;
  }
}
