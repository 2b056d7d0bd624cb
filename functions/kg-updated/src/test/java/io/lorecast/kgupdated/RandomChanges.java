package io.lorecast.kgupdated;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.EntityDescription;
import io.lorecast.events.KgUpdated;
import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Changes of a world so small that they meet each other. */
final class RandomChanges {

  private RandomChanges() {}

  /** Makes changes from several threads at once, and waits for them. */
  static void fromThreads(int threads, int changes, GraphWorld world) throws Exception {
    List<Callable<Void>> work = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int seed = thread;
      work.add(
          () -> {
            Random random = new Random(seed);
            for (int step = 0; step < changes; step++) {
              one(world, "change-" + seed + "-" + step, random);
            }
            return null;
          });
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (Future<Void> done : executor.invokeAll(work)) {
        done.get();
      }
    }
  }

  /** Makes one change. */
  static void one(GraphWorld world, String changeId, Random random) {
    String item = "i" + random.nextInt(8);
    Map<String, List<String>> genres =
        Map.of("genre", List.of("g" + random.nextInt(5), "g" + random.nextInt(5)));
    switch (random.nextInt(6)) {
      case 0 -> world.remove(item);
      case 1 ->
          world.put(
              item, 1 + random.nextInt(3), genres, Embedding.of(random.nextFloat() - 0.5f, 1f));
      case 2 -> world.putSilent(item, 1 + random.nextInt(3), genres);
      case 3 ->
          world.change(
              new KgUpdated(changeId, null, null, List.of(described(random)), null, null, null));
      default -> world.change(new KgUpdated(changeId, edges(random), edges(random)));
    }
  }

  private static EntityDescription described(Random random) {
    return new EntityDescription(
        "genre:g" + random.nextInt(5), "name" + random.nextInt(4), null, null);
  }

  private static List<EdgeChange> edges(Random random) {
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
