package io.lorecast.kgupdated;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.events.ItemEncoded;
import io.lorecast.events.KgUpdated;
import io.lorecast.events.NeighboursRefreshed;
import io.lorecast.graph.AttributeEdges;
import io.lorecast.graph.EntityVectors;
import io.lorecast.graph.InverseFrequency;
import io.lorecast.graph.NeighbourAggregator;
import io.lorecast.graph.Surroundings;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.GraphStore;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryGraphStore;
import io.lorecast.store.InMemoryItemStore;
import io.lorecast.store.InMemoryModelStore;
import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.store.InMemoryVectorStores;
import io.lorecast.store.ItemStore;
import io.lorecast.store.ModelStore;
import io.lorecast.store.NeighbourCopy;
import io.lorecast.store.NeighbourRefresh;
import io.lorecast.store.NeighbourSettings;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStores;
import io.lorecast.store.layered.Stores;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Both functions on one set of stores, and what the vectors must be, computed from scratch. */
final class GraphWorld {

  private static final String NONE = ContentSpace.NONE.id();

  private final NeighbourSettings settings;
  private final ItemStore items;
  private final GraphStore graph;
  private final VectorStores vectors;
  private final ChangeFeed feed;
  private final NeighbourRefresh refresh;
  private final KgUpdatedFunction kgUpdated;
  private final ItemEncodedFunction itemEncoded;

  /** Creates a world that forgets everything with the process. */
  GraphWorld(NeighbourSettings settings) {
    this(settings, new InMemoryVectorStore<>());
  }

  /** Creates a world in memory that keeps its neighbour vectors in {@code neighbours}. */
  GraphWorld(NeighbourSettings settings, VectorStore<ItemId> neighbours) {
    this(
        settings,
        new InMemoryItemStore(),
        new InMemoryGraphStore(),
        new InMemoryVectorStores() {
          @Override
          public VectorStore<ItemId> neighbours(String space) {
            return neighbours;
          }
        },
        new InMemoryModelStore(),
        new InMemoryChangeFeed());
  }

  /** Creates a world on {@code stores}. */
  GraphWorld(NeighbourSettings settings, Stores stores) {
    this(
        settings,
        stores.items(),
        stores.graph(),
        stores.vectors(),
        stores.model(),
        stores.changes());
  }

  private GraphWorld(
      NeighbourSettings settings,
      ItemStore items,
      GraphStore graph,
      VectorStores vectors,
      ModelStore models,
      ChangeFeed feed) {
    this.settings = settings;
    this.items = items;
    this.graph = graph;
    this.vectors = vectors;
    this.feed = feed;
    this.refresh = new NeighbourRefresh(settings, graph, vectors, models, feed);
    this.kgUpdated = new KgUpdatedFunction(new Settings(20, Map.of()), graph, refresh);
    this.itemEncoded =
        new ItemEncodedFunction(items, graph, new AttributeEdges(AttributeEdges.PEOPLE), refresh);
  }

  void change(KgUpdated event) {
    start(event).join();
  }

  CompletableFuture<NeighboursRefreshed> start(KgUpdated event) {
    return kgUpdated.onKgUpdated(event).subscribeAsCompletionStage();
  }

  void put(String id, long version, Map<String, List<String>> attributes, Embedding content) {
    ItemId item = new ItemId(id);
    items
        .save(
            new Item(
                item, version, id, "", List.of(), List.of(), attributes, "en", true, Instant.EPOCH))
        .await()
        .indefinitely();
    vectors.content(NONE).save(item, content).await().indefinitely();
    itemEncoded
        .onItemEncoded(new ItemEncoded(id, version, "test", List.of("name")))
        .await()
        .indefinitely();
  }

  void remove(String id) {
    items.remove(new ItemId(id)).await().indefinitely();
    vectors.content(NONE).removeAll(Set.of(new ItemId(id))).await().indefinitely();
    itemEncoded.onItemEncoded(new ItemEncoded(id, 0, "", List.of())).await().indefinitely();
  }

  long revision() {
    return feed.since(0).await().indefinitely().revision();
  }

  Set<ItemId> announcedAfter(long revision) {
    return feed.since(revision).await().indefinitely().items();
  }

  Map<EntityId, Embedding> entities() {
    return map(vectors.entities(NONE).all().collect().asList().await().indefinitely());
  }

  Map<ItemId, Embedding> neighbours() {
    return map(vectors.neighbours(NONE).all().collect().asList().await().indefinitely());
  }

  /** Loses the vectors that are hot alone, and makes them again. */
  void rebuild() {
    vectors.entities(NONE).removeAll(entities().keySet()).await().indefinitely();
    vectors.neighbours(NONE).removeAll(neighbours().keySet()).await().indefinitely();
    new NeighbourCopy(items, graph, refresh).restore().await().indefinitely();
  }

  List<Edge> edges() {
    return graph.all().collect().asList().await().indefinitely();
  }

  /**
   * Asserts that every vector is what it would be if all were computed now; those of items around a
   * hub may be older.
   */
  void assertFresh() {
    assertFresh(settings.fanOut());
  }

  /** Asserts that every vector of a stored item, and every entity's, is what it would be now. */
  void assertRebuilt() {
    assertFresh(Integer.MAX_VALUE);
  }

  private void assertFresh(int fanOut) {
    Set<EntityId> nodes = new HashSet<>();
    edges().forEach(edge -> nodes.addAll(List.of(edge.head(), edge.tail())));
    Map<EntityId, List<Edge>> around =
        graph.around(nodes, settings.sampledEdges()).await().indefinitely();
    Map<EntityId, Long> degrees = graph.degrees(nodes).await().indefinitely();
    Map<ItemId, Embedding> contents =
        map(vectors.content(NONE).all().collect().asList().await().indefinitely());
    Map<EntityId, Embedding> means = means(around, contents);
    assertThat(entities()).isEqualTo(means);
    assertNeighboursFresh(fanOut, around, new Surroundings(degrees, means, contents));
  }

  private void assertNeighboursFresh(
      int fanOut, Map<EntityId, List<Edge>> around, Surroundings surroundings) {
    NeighbourAggregator aggregator =
        new NeighbourAggregator(
            new InverseFrequency(settings.catalogueScale()),
            settings.neighbours(),
            settings.sampledEdges());
    Map<ItemId, Embedding> stored = neighbours();
    Map<ItemId, Embedding> expected = new HashMap<>();
    around.forEach(
        (node, edges) ->
            node.item()
                .ifPresent(
                    item -> {
                      if (isNearHub(node, edges, fanOut, surroundings)) {
                        stored.remove(item);
                      } else {
                        aggregator
                            .aggregate(item, edges, surroundings)
                            .ifPresent(vector -> expected.put(item, vector));
                      }
                    }));
    assertThat(stored).isEqualTo(expected);
  }

  private static boolean isNearHub(
      EntityId node, List<Edge> edges, int fanOut, Surroundings surroundings) {
    return edges.stream()
        .anyMatch(edge -> surroundings.degrees().get(edge.opposite(node)) > fanOut);
  }

  private static Map<EntityId, Embedding> means(
      Map<EntityId, List<Edge>> around, Map<ItemId, Embedding> contents) {
    Map<EntityId, Embedding> means = new HashMap<>();
    around.forEach(
        (node, edges) -> {
          if (node.item().isEmpty()) {
            EntityVectors.mean(node, edges, contents).ifPresent(mean -> means.put(node, mean));
          }
        });
    return means;
  }

  private static <K> Map<K, Embedding> map(List<Map.Entry<K, Embedding>> entries) {
    Map<K, Embedding> map = new HashMap<>();
    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }
}
