package io.lorecast.store;

import io.lorecast.graph.EntityVectors;
import io.lorecast.graph.InverseFrequency;
import io.lorecast.graph.NeighbourAggregator;
import io.lorecast.graph.Reach;
import io.lorecast.graph.Surroundings;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the entity and neighbour vectors of a {@link Reach} from what the stores hold now. */
final class NeighbourVectors {

  private final int sampled;
  private final EntityVectors entityVectors;
  private final NeighbourAggregator aggregator;
  private final GraphStore graph;
  private final VectorStores vectors;
  private final LabelVectors labels;
  private final ModelStore models;

  NeighbourVectors(NeighbourSettings settings, NeighbourSources sources) {
    this.sampled = settings.sampledEdges();
    this.entityVectors = new EntityVectors(new InverseFrequency(settings.catalogueScale()));
    this.aggregator = new NeighbourAggregator(entityVectors, settings.neighbours());
    this.graph = sources.graph();
    this.vectors = sources.vectors();
    this.labels = new LabelVectors(sources.entities(), sources.vectors());
    this.models = sources.models();
  }

  /**
   * Emits the edges and degrees of some nodes, and in which space contents are read now.
   *
   * @param wide nodes of which up to {@code limit} edges are wanted
   * @param others nodes of which only those edges are wanted that vectors are made of; those of
   *     items are left out, since they are read once an item turns out to say nothing itself
   */
  Uni<ReadGraph> read(Set<EntityId> wide, int limit, Set<EntityId> others) {
    Set<EntityId> narrow = new HashSet<>(others);
    narrow.removeAll(wide);
    narrow.removeIf(EntityId::isItem);
    Set<EntityId> nodes = new HashSet<>(narrow);
    nodes.addAll(wide);
    return Uni.combine()
        .all()
        .unis(
            graph.around(wide, Math.max(limit, sampled)),
            graph.around(narrow, sampled),
            graph.degrees(nodes),
            models.currentSpace())
        .with(
            (many, few, degrees, space) ->
                new ReadGraph(ReadGraph.joined(many, few), degrees, space, sampled));
  }

  /**
   * Computes and saves the vectors of {@code reach}; {@code touched} has been read already. Emits
   * the items of it that have no content of their own: only of these a neighbour vector is kept,
   * since that of another is read by nobody.
   */
  Uni<Set<ItemId>> refresh(Reach reach, ReadGraph touched) {
    return Uni.combine()
        .all()
        .unis(
            vectors.content(touched.space().id()).findAll(itemsToRead(reach, touched)),
            labels.of(reach.entities(), touched.space()))
        .asTuple()
        .chain(
            read -> {
              Map<ItemId, Embedding> contents = read.getItem1();
              Set<ItemId> silent = new HashSet<>(reach.items());
              silent.removeAll(contents.keySet());
              Map<EntityId, Embedding> entities =
                  entities(reach, touched, read.getItem2(), contents);
              Made made = new Made(reach, contents, entities);
              return edges(silent, touched)
                  .chain(
                      near ->
                          surroundings(silent, near, made)
                              .chain(known -> save(made, neighbours(silent, near, known), near)))
                  .replaceWith(silent);
            });
  }

  /** What is known of a reach before its neighbour vectors are made. */
  private record Made(
      Reach reach, Map<ItemId, Embedding> contents, Map<EntityId, Embedding> vectors) {}

  private static Set<ItemId> itemsToRead(Reach reach, ReadGraph touched) {
    Set<ItemId> items = new HashSet<>(reach.items());
    reach.entities().stream()
        .flatMap(touched::around)
        .forEach(node -> node.item().ifPresent(items::add));
    return items;
  }

  /** Reads the edges of {@code items} that have not been read yet. */
  private Uni<ReadGraph> edges(Set<ItemId> items, ReadGraph touched) {
    Set<EntityId> unread = items.stream().map(EntityId::of).collect(Collectors.toSet());
    unread.removeAll(touched.degrees().keySet());
    return graph.around(unread, sampled).map(touched::withEdges);
  }

  private static Set<EntityId> around(Set<ItemId> items, ReadGraph near) {
    return items.stream()
        .flatMap(item -> near.around(EntityId.of(item)))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Reads what else the vectors of {@code items} are made of. */
  private Uni<Surroundings> surroundings(Set<ItemId> items, ReadGraph near, Made made) {
    Set<EntityId> entities = around(items, near);
    Set<EntityId> itemsAround =
        entities.stream().filter(EntityId::isItem).collect(Collectors.toSet());
    entities.removeAll(itemsAround);
    entities.removeAll(made.reach().entities());
    Set<ItemId> unread =
        itemsAround.stream().flatMap(node -> node.item().stream()).collect(Collectors.toSet());
    unread.removeAll(made.contents().keySet());
    return Uni.combine()
        .all()
        .unis(
            vectors.content(near.space().id()).findAll(unread),
            vectors.entities(near.space().id()).findAll(entities),
            graph.degrees(itemsAround))
        .with(
            (contents, found, degrees) ->
                new Surroundings(
                    degrees,
                    ReadGraph.joined(found, made.vectors()),
                    ReadGraph.joined(contents, made.contents())));
  }

  private Map<EntityId, Embedding> entities(
      Reach reach,
      ReadGraph near,
      Map<EntityId, Embedding> called,
      Map<ItemId, Embedding> contents) {
    Map<EntityId, Embedding> made = new HashMap<>();
    for (EntityId entity : reach.entities()) {
      entityVectors
          .of(
              entity,
              near.of(entity),
              near.degrees().getOrDefault(entity, 0L),
              Optional.ofNullable(called.get(entity)),
              contents)
          .ifPresent(vector -> made.put(entity, vector));
    }
    return made;
  }

  private Map<ItemId, Embedding> neighbours(Set<ItemId> items, ReadGraph near, Surroundings known) {
    Map<ItemId, Embedding> neighbours = new HashMap<>();
    for (ItemId item : items) {
      aggregator
          .aggregate(item, near.of(EntityId.of(item)), known)
          .ifPresent(vector -> neighbours.put(item, vector));
    }
    return neighbours;
  }

  private Uni<Void> save(Made made, Map<ItemId, Embedding> neighbours, ReadGraph near) {
    String space = near.space().id();
    return Uni.combine()
        .all()
        .unis(
            replace(vectors.entities(space), made.reach().entities(), made.vectors()),
            replace(vectors.neighbours(space), made.reach().items(), neighbours))
        .discardItems();
  }

  /** Saves the vectors there are now, and removes those of the keys that have none any more. */
  private static <K> Uni<Void> replace(
      VectorStore<K> store, Set<K> keys, Map<K, Embedding> vectors) {
    Set<K> without = new HashSet<>(keys);
    without.removeAll(vectors.keySet());
    return store.replaceAll(vectors, without);
  }
}
