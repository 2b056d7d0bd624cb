package io.lorecast.kgupdated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.KgUpdated;
import io.lorecast.events.NeighboursRefreshed;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.store.NeighbourSettings;
import io.lorecast.vector.Embedding;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NeighbourRefreshTest {

  private static final Map<String, List<String>> VARDA = Map.of("director", List.of("Varda"));

  private final GraphWorld world = new GraphWorld(Settings.SMALL);

  @Test
  void whatItemsSayReachesTheItemThatSharesAnEntityAndSaysNothingItself() {
    world.put("cleo", 1, VARDA, Embedding.of(1f, 0f));
    world.put("vagabond", 1, VARDA, Embedding.of(0f, 1f));
    world.putSilent("jetty", 1, VARDA);

    // The direction of (1, 1), and of three edges the weight sqrt(ln(1 + 50 / 3)) = 1.694603.
    assertThat(world.entities()).containsOnlyKeys(new EntityId("person:Varda"));
    assertThat(world.entities().get(new EntityId("person:Varda")).toArray())
        .containsExactly(new float[] {1.198265f, 1.198265f}, within(1e-6f));
    assertThat(world.neighbours()).containsOnlyKeys(new ItemId("jetty"));
    assertThat(world.neighbours().get(new ItemId("jetty")).get(0))
        .isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
  }

  @Test
  void anItemThatBeginsToSpeakNeedsItsNeighboursNoLonger() {
    world.put("cleo", 1, VARDA, Embedding.of(1f, 0f));
    world.putSilent("vagabond", 1, VARDA);
    assertThat(world.neighbours()).containsOnlyKeys(new ItemId("vagabond"));

    world.put("vagabond", 2, VARDA, Embedding.of(0f, 1f));

    assertThat(world.neighbours()).isEmpty();
  }

  @Test
  void whatReachesFurtherThanTheFanOutIsQueuedAndWorkedOffAfterTheAnswer() {
    for (String id : List.of("a", "b", "c", "d")) {
      world.put(id, 1, Map.of(), Embedding.of(1f, id.charAt(0) - 'a'));
    }

    NeighboursRefreshed near = world.change(added("1", "item:a", "person:Varda"));
    world.change(added("2", "item:b", "person:Varda"));
    NeighboursRefreshed far = world.change(added("3", "item:c", "person:Varda"));

    // One edge at each of two nodes is within the fan-out of three; three and one are not.
    assertThat(near.queued()).isNull();
    assertThat(far.queued()).isEqualTo(2);
    world.assertFresh();
  }

  @Test
  void readersHearOfTouchedItemsAndOfThoseThatOnlyTheirNeighboursSpeakFor() {
    world.put("told", 1, VARDA, Embedding.of(1f, 0f));
    world.change(added("1", "item:untold", "person:Varda"));
    long revision = world.revision();

    world.put("new", 1, VARDA, Embedding.of(0f, 1f));

    assertThat(world.announcedAfter(revision))
        .containsExactlyInAnyOrder(new ItemId("new"), new ItemId("untold"));
  }

  @Test
  void anItemThatLeavesTakesItsEdgesAndItsShareWithIt() {
    world.put("cleo", 1, VARDA, Embedding.of(1f, 0f));
    world.putSilent("vagabond", 1, VARDA);
    assertThat(world.neighbours()).containsOnlyKeys(new ItemId("vagabond"));

    world.remove("cleo");

    assertThat(world.edges()).hasSize(1);
    assertThat(world.entities()).isEmpty();
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
  void aRefreshThatIsHeldUpCannotOverwriteWhatALaterOneSaved() {
    HeldVectorStore<ItemId> neighbours = new HeldVectorStore<>();
    GraphWorld slow = new GraphWorld(Settings.SMALL, WorldStores.inMemory(neighbours));
    slow.putSilent("cleo", 1, Map.of());
    slow.put("vagabond", 1, VARDA, Embedding.of(0f, 1f));
    slow.put("jetty", 1, Map.of("mood", List.of("waiting")), Embedding.of(-1f, 0f));
    neighbours.holdNextSave();

    CompletableFuture<?> first = slow.start(added("1", "item:cleo", "person:Varda"));
    CompletableFuture<?> second = slow.start(added("2", "item:cleo", "mood:waiting"));
    neighbours.letGo();
    CompletableFuture.allOf(first, second).join();
    slow.settle();

    slow.assertFresh();
  }

  @Test
  void changesFromManyThreadsLeaveNoStaleVector() throws Exception {
    RandomChanges.fromThreads(8, 200, world);

    world.settle();
    world.assertFresh();
  }

  @Test
  void refusesToLookAtNoEdges() {
    assertThatThrownBy(() -> new NeighbourSettings(0, 6, 3, 50, 4))
        .hasMessage("sampled-edges and fan-out must be at least 1, were 0 and 6");
  }

  @Test
  void whatIsHotAloneIsMadeAgainFromTheRecord() {
    for (int seed = 0; seed < 50; seed++) {
      GraphWorld lost = new GraphWorld(Settings.SMALL);
      Random random = new Random(seed);
      for (int step = 0; step < 25; step++) {
        RandomChanges.one(lost, "change-" + step, random);
      }
      // Items in the graph alone are not in the record.
      for (int item = 0; item < 8; item++) {
        if (item % 2 == 0) {
          lost.put("i" + item, 9, Map.of(), Embedding.of(1f, item, 1f));
        } else {
          lost.putSilent("i" + item, 9, Map.of());
        }
      }

      lost.rebuild();

      assertThatNoException().as("seed %d", seed).isThrownBy(lost::assertFresh);
    }
  }

  private static KgUpdated added(String changeId, String head, String tail) {
    return new KgUpdated(changeId, List.of(new EdgeChange(head, "about", tail, null)), null);
  }
}
