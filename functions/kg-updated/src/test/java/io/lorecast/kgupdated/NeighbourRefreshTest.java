package io.lorecast.kgupdated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.KgUpdated;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.store.InMemoryChangeFeed;
import io.lorecast.store.InMemoryGraphStore;
import io.lorecast.store.InMemoryVectorStore;
import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class NeighbourRefreshTest {

  private static final Map<String, List<String>> VARDA = Map.of("director", List.of("Varda"));

  private final GraphWorld world = new GraphWorld(Settings.SMALL);

  @Test
  void whatOneItemSaysReachesTheItemThatSharesAnEntity() {
    world.put("cleo", 1, VARDA, Embedding.of(1f, 0f));
    world.put("vagabond", 1, VARDA, Embedding.of(0f, 1f));

    assertThat(world.entities())
        .containsOnly(Map.entry(new EntityId("person:Varda"), Embedding.of(0.5f, 0.5f)));
    assertThat(world.neighbours().get(new ItemId("cleo")).get(1)).isGreaterThan(0.99f);
    assertThat(world.neighbours().get(new ItemId("vagabond")).get(0)).isGreaterThan(0.99f);
  }

  @Test
  void itemsAroundAHubAreLeftAloneAndNotAnnounced() {
    for (String id : List.of("a", "b", "c")) {
      world.put(id, 1, VARDA, Embedding.of(1f, 0f));
    }
    world.put("d", 1, Map.of(), Embedding.of(0f, 1f));
    Embedding before = world.neighbours().get(new ItemId("a"));
    long revision = world.revision();

    world.change(
        new KgUpdated(
            "one", List.of(new EdgeChange("item:d", "actor", "person:Varda", null)), null));

    // Four edges are more than the fan-out of three.
    assertThat(world.neighbours().get(new ItemId("a"))).isEqualTo(before);
    assertThat(world.entities().get(new EntityId("person:Varda")))
        .isEqualTo(Embedding.of(0.75f, 0.25f));
    assertThat(world.announcedAfter(revision)).containsExactly(new ItemId("d"));
  }

  @Test
  void anItemThatLeavesTakesItsEdgesAndItsShareWithIt() {
    world.put("cleo", 1, VARDA, Embedding.of(1f, 0f));
    world.put("vagabond", 1, VARDA, Embedding.of(0f, 1f));

    world.remove("cleo");

    assertThat(world.edges()).hasSize(1);
    assertThat(world.entities().values()).containsOnly(Embedding.of(0f, 1f));
    assertThat(world.neighbours()).isEmpty();
    assertThat(world.announcedAfter(0)).contains(new ItemId("cleo"), new ItemId("vagabond"));
  }

  @Test
  void anItemThatLeavesAndComesBackHasItsEdgesAgain() {
    world.put("cleo", 1, VARDA, Embedding.of(1f, 0f));
    world.remove("cleo");
    world.put("cleo", 1, VARDA, Embedding.of(1f, 0f));

    assertThat(world.edges()).hasSize(1);
    world.assertFresh();
  }

  @Test
  void afterAnyChangesEveryVectorIsWhatAFullComputationGives() {
    for (int seed = 0; seed < 300; seed++) {
      GraphWorld changing = new GraphWorld(Settings.SMALL);
      Random random = new Random(seed);
      for (int step = 0; step < 25; step++) {
        randomChange(changing, "change-" + step, random);
      }

      assertThatNoException().as("seed %d", seed).isThrownBy(changing::assertFresh);
    }
  }

  @Test
  void changesFromManyThreadsLeaveNoStaleVector() throws Exception {
    List<Callable<Void>> threads = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int seed = thread;
      threads.add(
          () -> {
            Random random = new Random(seed);
            for (int step = 0; step < 200; step++) {
              randomChange(world, "change-" + seed + "-" + step, random);
            }
            return null;
          });
    }

    try (ExecutorService executor = Executors.newFixedThreadPool(threads.size())) {
      for (Future<Void> done : executor.invokeAll(threads)) {
        done.get();
      }
    }

    world.assertFresh();
  }

  @Test
  void refusesAFanOutThatReachesFurtherThanTheEdgesLookedAt() {
    Settings wrong = new Settings(20, 5, 6, 3, 50, 4, Map.of());

    assertThatThrownBy(
            () ->
                new NeighbourRefresh(
                    wrong,
                    new InMemoryGraphStore(),
                    InMemoryVectorStore.spaces(),
                    new InMemoryChangeFeed()))
        .hasMessage("fan-out must be at most sampled-edges, 5, was 6");
  }

  private static void randomChange(GraphWorld world, String changeId, Random random) {
    String item = "i" + random.nextInt(8);
    switch (random.nextInt(4)) {
      case 0 -> world.remove(item);
      case 1 ->
          world.put(
              item,
              1 + random.nextInt(3),
              Map.of("genre", List.of("g" + random.nextInt(5), "g" + random.nextInt(5))),
              Embedding.of(random.nextFloat() - 0.5f, random.nextFloat() - 0.5f, 1f));
      default -> world.change(new KgUpdated(changeId, randomEdges(random), randomEdges(random)));
    }
  }

  private static List<EdgeChange> randomEdges(Random random) {
    List<EdgeChange> edges = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String head =
          random.nextInt(4) == 0 ? "genre:g" + random.nextInt(5) : "item:i" + random.nextInt(4);
      String tail =
          random.nextInt(4) == 0
              ? "item:i" + (4 + random.nextInt(4))
              : "mood:m" + random.nextInt(4);
      edges.add(
          new EdgeChange(head, "r" + random.nextInt(2), tail, 0.25 * (1 + random.nextInt(4))));
    }
    return edges;
  }
}
