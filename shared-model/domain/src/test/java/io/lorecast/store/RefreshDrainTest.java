package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.store.NeighbourRefresh.Refreshed;
import io.lorecast.store.RefreshQueue.Extent;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hub of more items than a page of the graph, or of the queue, has. */
class RefreshDrainTest {

  private static final int ITEMS = 2_300;
  private static final EntityId HUB = new EntityId("genre:drama");
  private static final EntityId OTHER_HUB = new EntityId("language:french");
  private static final EntityId ELSEWHERE = new EntityId("person:varda");
  private static final NeighbourSettings SETTINGS = new NeighbourSettings(8, 16, 4, 100, 8);

  private final CountingVectorStore neighbours = new CountingVectorStore();
  private final Map<ItemId, Integer> decided = neighbours.decided;
  private final VectorStores vectors =
      new InMemoryVectorStores() {
        @Override
        public VectorStore<ItemId> neighbours(String space) {
          return neighbours;
        }
      };
  private final InMemoryGraphStore graph = new InMemoryGraphStore();
  private final InMemoryRefreshQueue queue = new InMemoryRefreshQueue();
  private final NeighbourRefresh refresh =
      new NeighbourRefresh(
          SETTINGS,
          new NeighbourSources(
              graph,
              new InMemoryEntityStore(),
              vectors,
              new InMemoryModelStore(),
              new InMemoryChangeFeed()),
          queue);

  @BeforeEach
  void buildHubs() {
    List<Edge> edges =
        IntStream.range(0, ITEMS)
            .boxed()
            .flatMap(
                i ->
                    List.of(
                        Edge.of(new EntityId("item:" + i), "genre", HUB),
                        Edge.of(new EntityId("item:" + i), "language", OTHER_HUB))
                        .stream())
            .toList();
    Answer.of(graph.change("hubs", edges, List.of()));
    for (int i = 0; i < ITEMS; i++) {
      Answer.of(content().save(new ItemId(Integer.toString(i)), Embedding.of(1f, i)));
    }
  }

  private VectorStore<ItemId> content() {
    return vectors.content(ContentSpace.NONE.id());
  }

  private Refreshed touch(EntityId... nodes) {
    return Answer.of(refresh.around(Set.of(nodes)));
  }

  @Test
  void aHundredChangesOfTwoHubsRefreshEachItemOnce() {
    for (int i = 0; i < 100; i++) {
      touch(HUB);
      touch(OTHER_HUB);
    }
    assertThat(decided).isEmpty();

    long tasks = Answer.of(new RefreshDrain(graph, queue, refresh, Duration.ZERO).run());

    assertThat(tasks).isEqualTo(2 + ITEMS);
    assertThat(decided).hasSize(ITEMS);
    assertThat(decided.values()).containsOnly(1);
    assertThat(Answer.of(queue.size())).isZero();
  }

  @Test
  void aChangeElsewhereHasItsTurnBetweenTwoPages() {
    Edge directed = Edge.of(new EntityId("item:7"), "director", ELSEWHERE);
    AtomicReference<Refreshed> elsewhere = new AtomicReference<>();
    RefreshQueue interrupted =
        new Delegating(queue) {
          @Override
          public Uni<List<Task>> oldest(int limit) {
            return size()
                .invoke(
                    left -> {
                      if (left > 0 && left < ITEMS && elsewhere.get() == null) {
                        Answer.of(graph.change("elsewhere", List.of(directed), List.of()));
                        elsewhere.set(touch(ELSEWHERE));
                      }
                    })
                .chain(() -> super.oldest(limit));
          }
        };
    touch(HUB);

    Answer.of(new RefreshDrain(graph, interrupted, refresh, Duration.ZERO).run());

    assertThat(elsewhere.get().queued()).isEmpty();
    assertThat(elsewhere.get().reach().entities()).containsExactly(ELSEWHERE);
  }

  @Test
  void aHubThatChangesWhileItIsWorkedOffIsWorkedOffAgain() {
    RefreshQueue changing =
        new Delegating(queue) {
          private boolean changed;

          @Override
          public Uni<Void> done(Collection<Task> tasks) {
            boolean first = !changed;
            changed = true;
            return (first ? add(List.of(HUB), Extent.AROUND) : Uni.createFrom().voidItem())
                .chain(() -> super.done(tasks));
          }
        };
    touch(HUB);

    Answer.of(new RefreshDrain(graph, changing, refresh, Duration.ZERO).run());

    assertThat(decided).hasSize(ITEMS);
    assertThat(Answer.of(queue.size())).isZero();
  }

  /** Counts how often each vector is decided. */
  private static final class CountingVectorStore implements VectorStore<ItemId> {

    private final Map<ItemId, Integer> decided = new HashMap<>();
    private final VectorStore<ItemId> vectors = new InMemoryVectorStore<>();

    @Override
    public Uni<Void> replaceAll(Map<ItemId, Embedding> present, Collection<ItemId> absent) {
      Stream.of(present.keySet(), absent)
          .flatMap(Collection::stream)
          .forEach(item -> decided.merge(item, 1, Integer::sum));
      return vectors.replaceAll(present, absent);
    }

    @Override
    public Uni<Void> saveAll(Map<ItemId, Embedding> saved) {
      return vectors.saveAll(saved);
    }

    @Override
    public Uni<Optional<Embedding>> find(ItemId key) {
      return vectors.find(key);
    }

    @Override
    public Uni<Map<ItemId, Embedding>> findAll(Collection<ItemId> keys) {
      return vectors.findAll(keys);
    }

    @Override
    public Uni<Void> removeAll(Collection<ItemId> keys) {
      return vectors.removeAll(keys);
    }

    @Override
    public Multi<Map.Entry<ItemId, Embedding>> all() {
      return vectors.all();
    }
  }

  /** A queue that does what another does. */
  private static class Delegating implements RefreshQueue {

    private final RefreshQueue queue;

    Delegating(RefreshQueue queue) {
      this.queue = queue;
    }

    @Override
    public Uni<Void> add(Collection<EntityId> nodes, Extent extent) {
      return queue.add(nodes, extent);
    }

    @Override
    public Uni<List<Task>> oldest(int limit) {
      return queue.oldest(limit);
    }

    @Override
    public Uni<Void> done(Collection<Task> tasks) {
      return queue.done(tasks);
    }

    @Override
    public Uni<Long> size() {
      return queue.size();
    }
  }
}
