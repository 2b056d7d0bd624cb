package io.lorecast.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.graph.PathSearch.Path;
import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathSearchTest {

  private static final EntityId A = new EntityId("item:a");
  private static final EntityId B = new EntityId("item:b");
  private static final EntityId VARDA = new EntityId("person:varda");
  private static final EntityId FRANCE = new EntityId("country:france");
  private static final EntityId WAVE = new EntityId("movement:wave");
  private static final Map<EntityId, Double> IDF = Map.of(VARDA, 4.0, FRANCE, 0.5, WAVE, 2.0);

  private static List<Path> paths(Edge... edges) {
    return search(edges).find(Set.of(A), B, 10);
  }

  private static PathSearch search(Edge... edges) {
    Map<EntityId, List<Edge>> around = new HashMap<>();
    for (EntityId node : List.of(A, B, VARDA, FRANCE, WAVE)) {
      around.put(
          node,
          Stream.of(edges)
              .filter(edge -> edge.head().equals(node) || edge.tail().equals(node))
              .toList());
    }
    return new PathSearch(around, node -> IDF.getOrDefault(node, 1.0));
  }

  private static Edge edge(EntityId head, String relation, EntityId tail, float weight) {
    return new Edge(head, relation, tail, weight, Source.GRAPH);
  }

  @Test
  void ofEquallyLongPathsTheStrongestComesFirst() {
    List<Path> paths =
        paths(
            edge(A, "director", VARDA, 1),
            edge(B, "writer", VARDA, 0.5f),
            edge(A, "country", FRANCE, 1),
            edge(B, "country", FRANCE, 1));

    // min(1, 0.5) * idf(varda) = 0.5 * 4 = 2; min(1, 1) * idf(france) = 0.5.
    assertThat(paths).extracting(Path::strength).containsExactly(2.0, 0.5);
    assertThat(paths.getFirst().nodes()).containsExactly(A, VARDA, B);
    assertThat(paths.getFirst().edges())
        .extracting(Edge::relation)
        .containsExactly("director", "writer");
  }

  @Test
  void aShorterPathComesFirstHoweverWeak() {
    List<Path> paths =
        paths(
            edge(B, "sequel", A, 0.25f),
            edge(A, "director", VARDA, 1),
            edge(B, "director", VARDA, 1));

    assertThat(paths).extracting(path -> path.edges().size()).containsExactly(1, 2);
    // No inner node: the goal's own idf, 1, counts.
    assertThat(paths.getFirst().strength()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void pathsOfThreeEdgesAreFoundAndTellAsMuchAsTheirMostCommonNode() {
    List<Path> paths =
        paths(
            edge(A, "director", VARDA, 1),
            edge(VARDA, "part of", WAVE, 0.5f),
            edge(B, "movement", WAVE, 1));

    assertThat(paths).singleElement().extracting(Path::nodes).isEqualTo(List.of(A, VARDA, WAVE, B));
    // min(1, 0.5, 1) * min(4, 2) = 1.
    assertThat(paths.getFirst().strength()).isCloseTo(1.0, within(1e-9));
  }

  @Test
  void parallelEdgesAreDifferentPaths() {
    assertThat(
            paths(
                edge(A, "director", VARDA, 1),
                edge(A, "writer", VARDA, 1),
                edge(B, "director", VARDA, 1)))
        .hasSize(2);
  }

  @Test
  void noPathLeadsThroughAnotherStartOrBackThroughTheGoal() {
    Edge[] edges = {edge(A, "like", VARDA, 1), edge(VARDA, "like", B, 1), edge(B, "in", FRANCE, 1)};

    assertThat(search(edges).find(Set.of(A, VARDA), B, 10))
        .extracting(Path::nodes)
        .containsExactly(List.of(VARDA, B));
  }

  @Test
  void unconnectedNodesHaveNoPath() {
    assertThat(paths(edge(A, "director", VARDA, 1), edge(B, "country", FRANCE, 1))).isEmpty();
  }
}
