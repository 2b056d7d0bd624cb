package io.lorecast.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityMovesTest {

  private static final EntityId CLEO = new EntityId("item:cleo");
  private static final EntityId VARDA = new EntityId("person:Varda");
  private static final EntityId AGNES = new EntityId("person:Agnès Varda");

  @Test
  void edgesMoveWithAllThatTheySayInEitherDirection() {
    Edge out = new Edge(VARDA, "born in", new EntityId("place:Ixelles"), 0.5f, Source.GRAPH);
    Edge in = new Edge(CLEO, "director", VARDA, 1, Source.ATTRIBUTES);

    EdgeDifference move = EntityMoves.move(VARDA, AGNES, List.of(out, in));

    assertThat(move.removed()).containsExactly(out, in);
    assertThat(move.added())
        .containsExactly(
            new Edge(AGNES, "born in", new EntityId("place:Ixelles"), 0.5f, Source.GRAPH),
            new Edge(CLEO, "director", AGNES, 1, Source.ATTRIBUTES));
  }

  @Test
  void anEdgeBetweenTheTwoGoes() {
    Edge same = Edge.of(VARDA, "same as", AGNES);

    EdgeDifference move = EntityMoves.move(VARDA, AGNES, List.of(same));

    assertThat(move.added()).isEmpty();
    assertThat(move.removed()).containsExactly(same);
  }

  @Test
  void ofEdgesThatBecomeTheSameTheStrongestIsLeft() {
    Edge said = new Edge(CLEO, "director", VARDA, 1, Source.ATTRIBUTES);
    Edge owned = new Edge(CLEO, "director", AGNES, 0.25f, Source.GRAPH);
    Edge lighter = new Edge(CLEO, "writer", VARDA, 0.25f, Source.GRAPH);
    Edge heavier = new Edge(CLEO, "writer", AGNES, 0.5f, Source.GRAPH);

    assertThat(EntityMoves.resolved(List.of(said, owned, heavier, lighter), Map.of(VARDA, AGNES)))
        .containsExactly(owned, heavier);
  }

  @Test
  void anEdgeWhoseEndsBecomeOneGoes() {
    assertThat(
            EntityMoves.resolved(List.of(Edge.of(VARDA, "same as", AGNES)), Map.of(VARDA, AGNES)))
        .isEmpty();
  }
}
