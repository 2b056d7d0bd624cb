package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.graph.InverseFrequency;
import io.lorecast.graph.PathSearch.Path;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GraphReaderTest {

  private static final EntityId GOAL = new EntityId("item:0");
  private static final Set<EntityId> STARTS =
      Set.of(new EntityId("item:1"), new EntityId("item:2"));

  private final InMemoryGraphStore graph = new InMemoryGraphStore();
  private final GraphReader reader = new GraphReader(graph, new InverseFrequency(100));

  @Property(tries = 300)
  void everyPathIsAWalkOnEdgesThatStandInTheStore(
      @ForAll("edges") List<Edge> added, @ForAll("edges") List<Edge> removed) {
    InMemoryGraphStore changing = new InMemoryGraphStore();
    GraphReader now = new GraphReader(changing, new InverseFrequency(100));
    Answer.of(changing.change("1", added, List.of()));
    Answer.of(now.paths(STARTS, GOAL, 50));
    Answer.of(changing.change("2", List.of(), removed));
    Set<Edge> standing = new HashSet<>(Answer.of(changing.all()));

    for (Path path : Answer.of(now.paths(STARTS, GOAL, 50))) {
      assertThat(standing).containsAll(path.edges());
      assertThat(STARTS).contains(path.nodes().getFirst());
      assertThat(path.nodes().getLast()).isEqualTo(GOAL);
      assertThat(path.nodes()).doesNotHaveDuplicates().hasSize(path.edges().size() + 1);
      for (int i = 0; i < path.edges().size(); i++) {
        assertThat(path.edges().get(i).opposite(path.nodes().get(i)))
            .isEqualTo(path.nodes().get(i + 1));
      }
    }
  }

  @Property(tries = 300)
  void aPathIsFoundWheneverTwoItemsShareAnEntity(@ForAll("edges") List<Edge> edges) {
    InMemoryGraphStore store = new InMemoryGraphStore();
    Answer.of(store.change("1", edges, List.of()));
    Set<EntityId> near = around(edges, GOAL);
    boolean shared =
        STARTS.stream()
            .anyMatch(
                start ->
                    near.contains(start)
                        || around(edges, start).stream()
                            .anyMatch(node -> near.contains(node) && !STARTS.contains(node)));

    List<Path> paths =
        Answer.of(new GraphReader(store, new InverseFrequency(9)).paths(STARTS, GOAL, 99));

    assertThat(paths.stream().anyMatch(path -> path.edges().size() <= 2)).isEqualTo(shared);
  }

  @Test
  void theNearestEdgesComeFirstAndNoMoreThanAskedFor() {
    EntityId varda = new EntityId("person:varda");
    Edge near = Edge.of(GOAL, "director", varda);
    Edge far = Edge.of(varda, "born in", new EntityId("place:brussels"));
    Edge farther = Edge.of(new EntityId("place:brussels"), "in", new EntityId("country:belgium"));
    Answer.of(graph.change("1", List.of(farther, far, near), List.of()));

    assertThat(Answer.of(reader.within(GOAL, 1, 10))).containsExactly(near);
    assertThat(Answer.of(reader.within(GOAL, 3, 10))).containsExactly(near, far, farther);
    assertThat(Answer.of(reader.within(GOAL, 3, 2))).containsExactly(near, far);
    assertThat(Answer.of(reader.within(new EntityId("place:rome"), 3, 10))).isEmpty();
  }

  private static Set<EntityId> around(List<Edge> edges, EntityId node) {
    Set<EntityId> around = new HashSet<>();
    edges.stream()
        .filter(edge -> edge.head().equals(node) || edge.tail().equals(node))
        .forEach(edge -> around.add(edge.opposite(node)));
    return around;
  }

  @Provide
  Arbitrary<List<Edge>> edges() {
    Arbitrary<EntityId> nodes =
        Arbitraries.of("item:0", "item:1", "item:2", "item:3", "g:0", "g:1", "g:2", "g:3")
            .map(EntityId::new);
    return Combinators.combine(nodes, Arbitraries.of("r", "s"), nodes)
        .filter((head, relation, tail) -> !head.equals(tail))
        .as(Edge::of)
        .list()
        .ofMaxSize(14);
  }
}
