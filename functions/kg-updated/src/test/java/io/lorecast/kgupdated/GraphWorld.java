package io.lorecast.kgupdated;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.View;
import io.lorecast.events.EncodeLabels;
import io.lorecast.events.ItemEncoded;
import io.lorecast.events.KgUpdated;
import io.lorecast.events.LabelsEncoded;
import io.lorecast.events.NeighboursRefreshed;
import io.lorecast.graph.AttributeEdges;
import io.lorecast.graph.EntityVectors;
import io.lorecast.graph.InverseFrequency;
import io.lorecast.graph.NeighbourAggregator;
import io.lorecast.graph.Surroundings;
import io.lorecast.learning.FittedModel;
import io.lorecast.model.Edge;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.store.EntityResolver;
import io.lorecast.store.GraphStore;
import io.lorecast.store.GraphWriter;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.store.NeighbourCopy;
import io.lorecast.store.NeighbourRefresh;
import io.lorecast.store.NeighbourSettings;
import io.lorecast.store.NeighbourSources;
import io.lorecast.store.RefreshDrain;
import io.lorecast.vector.Embedding;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/** Both functions on one set of stores, and what the vectors must be, computed from scratch. */
final class GraphWorld {

  private static final ContentSpace SPACE = ContentSpace.single("test", 2);

  private final NeighbourSettings settings;
  private final WorldStores stores;
  private final MovableClock clock = new MovableClock();
  private final NeighbourRefresh refresh;
  private final RefreshDrain drain;
  private final KgUpdatedFunction kgUpdated;
  private final ItemEncodedFunction itemEncoded;
  private final LabelsEncodedFunction labelsEncoded;
  private final Deque<EncodeLabels> unread = new ConcurrentLinkedDeque<>();

  /** Creates a world that forgets everything with the process. */
  GraphWorld(NeighbourSettings settings) {
    this(settings, WorldStores.inMemory());
  }

  /** Creates a world on {@code stores}. */
  GraphWorld(NeighbourSettings settings, WorldStores stores) {
    this.settings = settings;
    this.stores = stores;
    stores.models().publish(StoredModel.of(FittedModel.unfitted(SPACE))).await().indefinitely();
    GraphStore graph = stores.graph();
    this.refresh =
        new NeighbourRefresh(
            settings,
            new NeighbourSources(
                graph, stores.entities(), stores.vectors(), stores.models(), stores.feed()),
            stores.queue());
    this.drain = new RefreshDrain(graph, stores.queue(), refresh, Duration.ZERO);
    AtomicLong times = new AtomicLong();
    GraphWriter writer =
        new GraphWriter(
            graph, stores.entities(), stores.times(), () -> "time:" + times.incrementAndGet());
    Refreshes refreshes = new Refreshes(refresh, drain);
    this.kgUpdated = new KgUpdatedFunction(new Settings(20, Map.of()), writer, refreshes, clock);
    this.labelsEncoded = new LabelsEncodedFunction(refreshes);
    this.itemEncoded =
        new ItemEncodedFunction(
            stores.items(),
            graph,
            new AttributeEdges(AttributeEdges.PEOPLE),
            new EntityResolver(stores.entities()),
            refreshes);
  }

  /** Lets time pass. */
  void wait(Duration duration) {
    clock.move(duration);
  }

  Instant now() {
    return clock.instant();
  }

  /** Waits until nothing is queued any more. */
  void settle() {
    drain.run().await().indefinitely();
  }

  /** Applies {@code event}; the encoder reads what it calls entities at once. */
  NeighboursRefreshed change(KgUpdated event) {
    NeighboursRefreshed refreshed = changeUnread(event);
    readLabels();
    return refreshed;
  }

  /** Applies {@code event}; what it calls entities is read when {@link #readLabels} is called. */
  NeighboursRefreshed changeUnread(KgUpdated event) {
    NeighboursRefreshed refreshed = start(event).join();
    EncodeLabels asked = new NeighboursRefreshedFunction().onNeighboursRefreshed(refreshed);
    if (asked != null) {
      unread.add(asked);
    }
    return refreshed;
  }

  /** Reads what has not been read, the last first, and stores it as item-added would. */
  void readLabels() {
    for (EncodeLabels asked = unread.pollLast(); asked != null; asked = unread.pollLast()) {
      for (String entity : asked.entities()) {
        String label = entity(entity).label();
        stores.vectors().labels("test").save(label, read(label)).await().indefinitely();
      }
      labelsEncoded
          .onLabelsEncoded(new LabelsEncoded(asked.changeId(), asked.entities()))
          .await()
          .indefinitely();
    }
  }

  /** Stands in for an encoder, which a thousand histories have no time for. */
  private static Embedding read(String label) {
    double angle = label.hashCode();
    return Embedding.of((float) Math.cos(angle), (float) Math.sin(angle));
  }

  CompletableFuture<NeighboursRefreshed> start(KgUpdated event) {
    return kgUpdated.onKgUpdated(event).subscribeAsCompletionStage();
  }

  void put(String id, long version, Map<String, List<String>> attributes, Embedding content) {
    save(id, version, attributes);
    stores.vectors().content(SPACE.id()).save(new ItemId(id), content).await().indefinitely();
    encoded(id, version);
  }

  /** Puts an item that says nothing itself. */
  void putSilent(String id, long version, Map<String, List<String>> attributes) {
    save(id, version, attributes);
    stores.vectors().content(SPACE.id()).removeAll(Set.of(new ItemId(id))).await().indefinitely();
    encoded(id, version);
  }

  private void save(String id, long version, Map<String, List<String>> attributes) {
    stores
        .items()
        .save(
            new Item(
                new ItemId(id),
                version,
                id,
                "",
                List.of(),
                List.of(),
                attributes,
                "en",
                true,
                Instant.EPOCH))
        .await()
        .indefinitely();
  }

  private void encoded(String id, long version) {
    itemEncoded
        .onItemEncoded(new ItemEncoded(id, version, "test", List.of("name")))
        .await()
        .indefinitely();
  }

  void remove(String id) {
    stores.items().remove(new ItemId(id)).await().indefinitely();
    stores.vectors().content(SPACE.id()).removeAll(Set.of(new ItemId(id))).await().indefinitely();
    itemEncoded.onItemEncoded(new ItemEncoded(id, 0, "", List.of())).await().indefinitely();
  }

  long revision() {
    return stores.feed().since(0).await().indefinitely().revision();
  }

  Set<ItemId> announcedAfter(long revision) {
    return stores.feed().since(revision).await().indefinitely().items();
  }

  Map<EntityId, Embedding> entities() {
    return map(
        stores.vectors().entities(SPACE.id()).all().collect().asList().await().indefinitely());
  }

  Map<ItemId, Embedding> neighbours() {
    return map(
        stores.vectors().neighbours(SPACE.id()).all().collect().asList().await().indefinitely());
  }

  /** Returns the neighbour vectors of items that are known, and not of those that edges name. */
  Map<ItemId, Embedding> neighboursOfCatalogue() {
    Map<ItemId, Embedding> neighbours = neighbours();
    neighbours
        .keySet()
        .retainAll(
            stores
                .items()
                .findAll(Set.copyOf(neighbours.keySet()))
                .await()
                .indefinitely()
                .keySet());
    return neighbours;
  }

  /** Loses the vectors that are hot alone, and makes them again. */
  void rebuild() {
    stores.vectors().entities(SPACE.id()).removeAll(entities().keySet()).await().indefinitely();
    stores.vectors().neighbours(SPACE.id()).removeAll(neighbours().keySet()).await().indefinitely();
    new NeighbourCopy(stores.items(), stores.graph(), refresh).restore().await().indefinitely();
  }

  List<Edge> edges() {
    return stores.graph().all().collect().asList().await().indefinitely();
  }

  /** Returns what is known of {@code entity}. */
  Entity entity(String entity) {
    EntityId id = new EntityId(entity);
    return stores
        .entities()
        .findAll(List.of(id))
        .await()
        .indefinitely()
        .getOrDefault(id, Entity.of(id));
  }

  /** Asserts that every vector is, bit for bit, what it would be if all were computed now. */
  void assertFresh() {
    Set<EntityId> nodes = new HashSet<>();
    edges().forEach(edge -> nodes.addAll(List.of(edge.head(), edge.tail())));
    Map<EntityId, List<Edge>> around =
        stores.graph().around(nodes, settings.sampledEdges()).await().indefinitely();
    Map<EntityId, Long> degrees = stores.graph().degrees(nodes).await().indefinitely();
    Map<ItemId, Embedding> contents =
        map(stores.vectors().content(SPACE.id()).all().collect().asList().await().indefinitely());
    EntityVectors vectors = new EntityVectors(new InverseFrequency(settings.catalogueScale()));
    Map<EntityId, Embedding> expected = new HashMap<>();
    around.forEach(
        (node, edges) -> {
          if (!node.isItem()) {
            vectors
                .of(node, edges, degrees.get(node), label(node), contents)
                .ifPresent(vector -> expected.put(node, vector));
          }
        });
    assertThat(entities()).isEqualTo(expected);
    assertNeighboursFresh(vectors, around, new Surroundings(degrees, expected, contents));
  }

  /** Returns what {@code node} is called as content, if somebody said so and it has been read. */
  private Optional<Embedding> label(EntityId node) {
    return Optional.ofNullable(
            stores.entities().findAll(List.of(node)).await().indefinitely().get(node))
        .map(Entity::label)
        .flatMap(text -> stores.vectors().labels("test").find(text).await().indefinitely())
        .map(vector -> Map.of("test", Map.of(View.NAME, vector)))
        .flatMap(SPACE::fuse);
  }

  private void assertNeighboursFresh(
      EntityVectors vectors, Map<EntityId, List<Edge>> around, Surroundings surroundings) {
    NeighbourAggregator aggregator = new NeighbourAggregator(vectors, settings.neighbours());
    Map<ItemId, Embedding> expected = new HashMap<>();
    around.forEach(
        (node, edges) ->
            node.item()
                .filter(item -> !surroundings.contents().containsKey(item))
                .ifPresent(
                    item ->
                        aggregator
                            .aggregate(item, edges, surroundings)
                            .ifPresent(vector -> expected.put(item, vector))));
    assertThat(neighbours()).isEqualTo(expected);
  }

  private static <K> Map<K, Embedding> map(List<Map.Entry<K, Embedding>> entries) {
    Map<K, Embedding> map = new HashMap<>();
    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }
}
