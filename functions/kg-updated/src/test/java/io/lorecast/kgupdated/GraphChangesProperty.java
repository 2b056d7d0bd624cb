package io.lorecast.kgupdated;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.EntityDescription;
import io.lorecast.events.EntityMerge;
import io.lorecast.events.EntitySplit;
import io.lorecast.events.KgUpdated;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever happens to a graph, in whatever order: every vector is what computing all of them anew
 * gives. The world is so small that changes meet, hubs form, and edges are left out of samples.
 */
class GraphChangesProperty {

  private static final List<ItemId> ITEMS =
      Stream.of("i0", "i1", "i2", "i3", "i4").map(ItemId::new).toList();

  /** One step. */
  private interface Change {

    /** Returns its delivery, as {@code id}, to worlds that are now like {@code world}. */
    Consumer<GraphWorld> delivery(GraphWorld world, String id);
  }

  private static GraphWorld after(List<Change> changes, int deliveries) {
    GraphWorld world = new GraphWorld(Settings.SMALL);
    for (int i = 0; i < changes.size(); i++) {
      Consumer<GraphWorld> delivery = changes.get(i).delivery(world, "change-" + i);
      for (int again = 0; again < deliveries; again++) {
        delivery.accept(world);
      }
      world.wait(Duration.ofDays(1));
      world.change(new KgUpdated("day-" + i, null, null));
    }
    return world;
  }

  @Property(tries = 400)
  void everyVectorIsWhatARebuildGives(@ForAll("histories") List<Change> changes) {
    GraphWorld world = after(changes, 1);
    world.readLabels();
    world.assertFresh();
  }

  @Property(tries = 100)
  void aRebuildLeavesEveryVectorOfTheCatalogueAsItIs(@ForAll("histories") List<Change> changes) {
    GraphWorld world = after(changes, 1);
    world.readLabels();
    Map<EntityId, Embedding> entities = world.entities();
    Map<ItemId, Embedding> neighbours = world.neighboursOfCatalogue();

    world.rebuild();

    assertThat(world.entities()).isEqualTo(entities);
    assertThat(world.neighboursOfCatalogue()).isEqualTo(neighbours);
  }

  @Property(tries = 100)
  void aChangeDeliveredTwiceIsAppliedOnce(@ForAll("histories") List<Change> changes) {
    GraphWorld once = after(changes, 1);
    GraphWorld twice = after(changes, 2);

    assertThat(twice.edges()).containsExactlyInAnyOrderElementsOf(once.edges());
    assertThat(twice.neighbours()).isEqualTo(once.neighbours());
  }

  @Property(tries = 200)
  void aMergedEntityKeepsNoEdge(@ForAll("histories") List<Change> changes) {
    GraphWorld world = after(changes, 1);

    for (EntityId end : ends(world)) {
      assertThat(world.entity(end.value()).mergedInto()).as(end.value()).isEmpty();
    }
  }

  @Property(tries = 150)
  void everyPathThatAReaderPrintsStandsInTheGraphAtThatMoment(
      @ForAll("histories") List<Change> changes) {
    WorldStores stores = WorldStores.inMemory();
    GraphWorld world = new GraphWorld(Settings.SMALL, stores);
    PrintedPaths paths = new PrintedPaths(stores);
    long printed = 0;
    for (int i = 0; i < changes.size(); i++) {
      changes.get(i).delivery(world, "change-" + i).accept(world);

      Set<PrintedPaths.Walk> standing = steps(world);
      List<PrintedPaths.Walk> steps = paths.steps(ITEMS, world.now());
      assertThat(standing).containsAll(steps);
      printed += steps.size();
    }
    Statistics.label("paths printed").collect(printed > 0 ? "some" : "none");
    Statistics.label("paths printed")
        .coverage(coverage -> coverage.check("some").percentage(share -> share > 5));
  }

  /** Returns the edges as they can be walked, in either direction. */
  private static Set<PrintedPaths.Walk> steps(GraphWorld world) {
    Set<PrintedPaths.Walk> steps = new HashSet<>();
    for (Edge edge : world.edges()) {
      steps.add(new PrintedPaths.Walk(edge.head(), edge.relation(), edge.tail()));
      steps.add(new PrintedPaths.Walk(edge.tail(), edge.relation(), edge.head()));
    }
    return steps;
  }

  private static List<EntityId> ends(GraphWorld world) {
    return world.edges().stream().flatMap(e -> Stream.of(e.head(), e.tail())).distinct().toList();
  }

  @Provide
  Arbitrary<List<Change>> histories() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, puts()),
            Tuple.of(1, removals()),
            Tuple.of(6, edges()),
            Tuple.of(2, timed()),
            Tuple.of(2, labels()),
            Tuple.of(1, merges()),
            Tuple.of(1, splits()))
        .list()
        .ofMaxSize(25);
  }

  private static Arbitrary<Change> puts() {
    Arbitrary<List<String>> genres = things("g").list().ofMaxSize(2);
    Arbitrary<Float> values = Arbitraries.floats().between(-1, 1);
    Arbitrary<Boolean> speaks = Arbitraries.of(true, true, false);
    return Combinators.combine(items(), genres, values, Arbitraries.longs().between(1, 3), speaks)
        .as(
            (item, names, value, version, isHeard) ->
                (seen, id) ->
                    world -> {
                      Map<String, List<String>> said = Map.of("genre", names);
                      if (isHeard) {
                        world.put(item, version, said, Embedding.of(value, 1 - value));
                      } else {
                        world.putSilent(item, version, said);
                      }
                    });
  }

  private static Arbitrary<Change> removals() {
    return items().map(item -> (seen, id) -> world -> world.remove(item));
  }

  private static Arbitrary<Change> edges() {
    Arbitrary<List<EdgeChange>> some = edge().list().ofMaxSize(4);
    return Combinators.combine(some, some, Arbitraries.of("graph", "llm"))
        .as(
            (added, removed, by) ->
                (seen, id) ->
                    world -> world.change(new KgUpdated(id, added, removed, null, null, null, by)));
  }

  /** Edges around the time of the world, which moves by a day with each change. */
  private static Arbitrary<Change> timed() {
    Arbitrary<Integer> days = Arbitraries.integers().between(-2, 2);
    return Combinators.combine(edge(), days, Arbitraries.integers().between(1, 3))
        .as(
            (edge, from, length) ->
                (seen, id) -> {
                  Instant start = seen.now().plus(Duration.ofDays(from));
                  Instant end = start.plus(Duration.ofDays(length));
                  EdgeChange during =
                      new EdgeChange(
                          edge.head(), edge.relation(), edge.tail(), edge.weight(), start, end);
                  return world -> world.change(new KgUpdated(id, List.of(during), null));
                });
  }

  private static Arbitrary<Change> labels() {
    return Combinators.combine(entities(), things("name"), Arbitraries.of(true, false))
        .as(
            (entity, label, readAtOnce) ->
                (seen, id) -> {
                  var description = new EntityDescription(entity, label, null, null);
                  KgUpdated event = of(id, List.of(description), null);
                  return world -> {
                    if (readAtOnce) {
                      world.change(event);
                    } else {
                      world.changeUnread(event);
                    }
                  };
                });
  }

  private static Arbitrary<Change> merges() {
    return Combinators.combine(entities(), entities())
        .filter((from, into) -> !from.equals(into))
        .as(
            (from, into) ->
                (seen, id) ->
                    world -> world.change(of(id, null, List.of(new EntityMerge(from, into)))));
  }

  /** Splits off the first edge that is there. */
  private static Arbitrary<Change> splits() {
    return Combinators.combine(entities(), entities())
        .filter((from, into) -> !from.equals(into))
        .as(
            (from, into) ->
                (seen, id) -> {
                  KgUpdated event =
                      seen.edges().stream()
                          .filter(edge -> touches(edge, from))
                          .findFirst()
                          .map(edge -> split(id, from, into, edge))
                          .orElse(new KgUpdated(id, null, null));
                  return world -> world.change(event);
                });
  }

  private static boolean touches(Edge edge, String entity) {
    return edge.head().value().equals(entity) || edge.tail().value().equals(entity);
  }

  private static KgUpdated split(String id, String from, String into, Edge edge) {
    EdgeChange moved =
        new EdgeChange(edge.head().value(), edge.relation(), edge.tail().value(), null);
    EntitySplit split = new EntitySplit(from, into, List.of(moved));
    return new KgUpdated(id, null, null, null, null, List.of(split), null);
  }

  private static KgUpdated of(
      String id, List<EntityDescription> described, List<EntityMerge> merged) {
    return new KgUpdated(id, null, null, described, merged, null, null);
  }

  private static Arbitrary<EdgeChange> edge() {
    Arbitrary<String> heads = Arbitraries.oneOf(items().map(id -> "item:" + id), entities());
    Arbitrary<String> tails = Arbitraries.oneOf(items().map(id -> "item:" + id), entities());
    Arbitrary<Double> weights = Arbitraries.of(0.25, 0.5, 1.0);
    return Combinators.combine(heads, things("r"), tails, weights)
        .filter((head, relation, tail, weight) -> !head.equals(tail))
        .as(EdgeChange::new);
  }

  private static Arbitrary<String> items() {
    return things("i");
  }

  private static Arbitrary<String> entities() {
    return Arbitraries.oneOf(things("g").map(g -> "genre:" + g), things("m").map(m -> "mood:" + m));
  }

  private static Arbitrary<String> things(String start) {
    return Arbitraries.integers().between(0, 4).map(number -> start + number);
  }
}
