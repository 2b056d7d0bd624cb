package io.lorecast.kgupdated;

import io.lorecast.graph.EntityVectors;
import io.lorecast.graph.InverseFrequency;
import io.lorecast.graph.NeighbourAggregator;
import io.lorecast.graph.Reach;
import io.lorecast.graph.Surroundings;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.GraphStore;
import io.lorecast.store.GroupCommit;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStores;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes anew the vectors around touched nodes and saves them.
 *
 * <p>One refresh is under way at a time, and reads only after the changes that asked for it are
 * stored; what arrives meanwhile is refreshed together, next. So however changes overlap, the last
 * refresh of a vector has seen the last change around it. The trips to the stores are five,
 * whatever the number of nodes.
 */
@Singleton
class NeighbourRefresh {

  /** What has been read of the graph. */
  private record Read(Map<EntityId, List<Edge>> edges, Map<EntityId, Long> degrees) {

    List<Edge> of(EntityId node) {
      return edges.getOrDefault(node, List.of());
    }

    Stream<EntityId> around(EntityId node) {
      return of(node).stream().map(edge -> edge.opposite(node));
    }
  }

  private final int fanOut;
  private final int sampled;
  private final NeighbourAggregator aggregator;
  private final GraphStore graph;
  private final VectorStores vectors;
  private final ChangeFeed feed;
  private final GroupCommit<Set<EntityId>, Reach> refreshes;

  NeighbourRefresh(
      KgUpdatedConfig config, GraphStore graph, VectorStores vectors, ChangeFeed feed) {
    if (config.fanOut() > config.sampledEdges()) {
      throw new IllegalArgumentException(
          "fan-out must be at most sampled-edges, %d, was %d"
              .formatted(config.sampledEdges(), config.fanOut()));
    }
    this.fanOut = config.fanOut();
    this.sampled = config.sampledEdges();
    this.aggregator =
        new NeighbourAggregator(
            new InverseFrequency(config.catalogueScale()), config.neighbours(), sampled);
    this.graph = graph;
    this.vectors = vectors;
    this.feed = feed;
    this.refreshes = new GroupCommit<>(config.changesARefresh(), this::refresh);
  }

  /** Refreshes what touching {@code nodes} reaches, and emits it when it is saved and announced. */
  Uni<Reach> around(Set<EntityId> nodes) {
    return refreshes.submit(nodes);
  }

  private Uni<List<Reach>> refresh(List<Set<EntityId>> group) {
    Set<EntityId> nodes = group.stream().flatMap(Set::stream).collect(Collectors.toSet());
    return Uni.combine()
        .all()
        .unis(graph.around(nodes, sampled), graph.degrees(nodes))
        .with(Read::new)
        .call(touched -> refresh(reach(nodes, touched), touched))
        .map(touched -> group.stream().map(one -> reach(one, touched)).toList());
  }

  private Reach reach(Set<EntityId> nodes, Read touched) {
    return Reach.of(nodes, touched.edges(), touched.degrees(), fanOut);
  }

  private Uni<Void> refresh(Reach reach, Read touched) {
    Set<EntityId> unread = new HashSet<>();
    reach.items().forEach(item -> unread.add(EntityId.of(item)));
    unread.removeAll(touched.degrees().keySet());
    return graph
        .around(unread, sampled)
        .map(more -> new Read(joined(touched.edges(), more), touched.degrees()))
        .chain(near -> surroundings(reach, near).chain(known -> save(reach, near, known)))
        .chain(() -> feed.announce(reach.items()));
  }

  /** Reads what else the vectors are made of, and makes the entity vectors. */
  private Uni<Surroundings> surroundings(Reach reach, Read near) {
    Set<EntityId> around =
        reach.items().stream()
            .flatMap(item -> near.around(EntityId.of(item)))
            .collect(Collectors.toSet());
    Set<EntityId> unreadDegrees = new HashSet<>(around);
    unreadDegrees.removeAll(near.degrees().keySet());
    Set<EntityId> unreadEntities = new HashSet<>(around);
    unreadEntities.removeAll(reach.entities());
    unreadEntities.removeIf(node -> node.item().isPresent());
    return Uni.combine()
        .all()
        .unis(
            graph.degrees(unreadDegrees),
            vectors.content().findAll(itemsToRead(reach, near, around)),
            vectors.entities().findAll(unreadEntities))
        .with(
            (degrees, contents, entities) ->
                new Surroundings(
                    joined(near.degrees(), degrees),
                    joined(entities, means(reach, near, contents)),
                    contents));
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
            replace(vectors.entities(), reach.entities(), entities),
            replace(vectors.neighbours(), reach.items(), neighbours))
        .discardItems();
  }

  /** Saves the vectors there are now, and removes those of the keys that have none any more. */
  private static <K> Uni<Void> replace(
      VectorStore<K> store, Set<K> keys, Map<K, Embedding> vectors) {
    Set<K> without = new HashSet<>(keys);
    without.removeAll(vectors.keySet());
    return store.saveAll(vectors).chain(() -> store.removeAll(without));
  }

  private static <K, V> Map<K, V> joined(Map<K, V> one, Map<K, V> other) {
    Map<K, V> joined = new HashMap<>(one);
    joined.putAll(other);
    return joined;
  }
}
