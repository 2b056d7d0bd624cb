package io.lorecast.kgupdated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.KgUpdated;
import io.lorecast.graph.EdgeDifference;
import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KgUpdatedMapperTest {

  private static final EdgeChange EDGE =
      new EdgeChange("item:cleo", "director", "person:Varda", null);

  @Test
  void edgesAreTheOwnersAndOfWeightOneUnlessTheySayOtherwise() {
    EdgeChange weighted = new EdgeChange("item:cleo", "mood", "mood:waiting", 0.5);

    EdgeDifference change =
        KgUpdatedMapper.toDifference(new KgUpdated("c", List.of(EDGE, weighted), List.of(EDGE)), 3);

    EntityId cleo = new EntityId("item:cleo");
    Edge directed = Edge.of(cleo, "director", new EntityId("person:Varda"));
    assertThat(change.added())
        .containsExactly(
            directed, new Edge(cleo, "mood", new EntityId("mood:waiting"), 0.5f, Source.GRAPH));
    assertThat(change.removed()).containsExactly(directed);
  }

  @Test
  void absentListsChangeNothing() {
    assertThat(KgUpdatedMapper.toDifference(new KgUpdated("c", null, null), 3).isEmpty()).isTrue();
  }

  @Test
  void ofSeveralMentionsOfOneEdgeTheLastCounts() {
    EdgeChange weaker = new EdgeChange("item:cleo", "director", "person:Varda", 0.5);

    EdgeDifference change =
        KgUpdatedMapper.toDifference(new KgUpdated("c", List.of(EDGE, weaker), null), 3);

    assertThat(change.added()).singleElement().matches(edge -> edge.weight() == 0.5f);
  }

  @Test
  void moreEdgesThanAllowedAreRefused() {
    KgUpdated event = new KgUpdated("c", List.of(EDGE, EDGE), Collections.nCopies(2, EDGE));

    assertThatThrownBy(() -> KgUpdatedMapper.toDifference(event, 3))
        .hasMessage("added and removed must have at most 3 edges, had 4");
  }

  @Test
  void theEdgeAtFaultIsNamed() {
    EdgeChange loop = new EdgeChange("item:cleo", "like", "item:cleo", null);
    EdgeChange untyped = new EdgeChange("cleo", "like", "item:cleo", null);

    assertThatThrownBy(
            () -> KgUpdatedMapper.toDifference(new KgUpdated("c", List.of(EDGE, loop), null), 3))
        .hasMessageStartingWith("added[1].tail must differ from head");
    assertThatThrownBy(
            () -> KgUpdatedMapper.toDifference(new KgUpdated("c", null, List.of(untyped)), 3))
        .hasMessageStartingWith("removed[0].head");
  }
}
