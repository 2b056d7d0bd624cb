package io.lorecast.kgupdated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.EntityMerge;
import io.lorecast.events.EntitySplit;
import io.lorecast.events.KgUpdated;
import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import io.lorecast.store.GraphUpdate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KgUpdatedMapperTest {

  private static final EdgeChange EDGE =
      new EdgeChange("item:cleo", "director", "person:Varda", null);

  @Test
  void edgesAreTheOwnersAndOfWeightOneUnlessTheySayOtherwise() {
    EdgeChange weighted = new EdgeChange("item:cleo", "mood", "mood:waiting", 0.5);

    GraphUpdate change =
        KgUpdatedMapper.toUpdate(new KgUpdated("c", List.of(EDGE, weighted), List.of(EDGE)), 3);

    EntityId cleo = new EntityId("item:cleo");
    Edge directed = Edge.of(cleo, "director", new EntityId("person:Varda"));
    assertThat(change.added())
        .containsExactly(
            directed, new Edge(cleo, "mood", new EntityId("mood:waiting"), 0.5f, Source.GRAPH));
    assertThat(change.removed()).containsExactly(directed);
  }

  @Test
  void absentListsChangeNothing() {
    assertThat(KgUpdatedMapper.toUpdate(new KgUpdated("c", null, null), 3))
        .isEqualTo(GraphUpdate.ofEdges("c", List.of(), List.of()));
  }

  @Test
  void ofSeveralMentionsOfOneEdgeTheLastCounts() {
    EdgeChange weaker = new EdgeChange("item:cleo", "director", "person:Varda", 0.5);

    GraphUpdate change =
        KgUpdatedMapper.toUpdate(new KgUpdated("c", List.of(EDGE, weaker), null), 3);

    assertThat(change.added()).singleElement().matches(edge -> edge.weight() == 0.5f);
  }

  @Test
  void moreEdgesThanAllowedAreRefused() {
    KgUpdated event = new KgUpdated("c", List.of(EDGE, EDGE), Collections.nCopies(2, EDGE));

    assertThatThrownBy(() -> KgUpdatedMapper.toUpdate(event, 3))
        .hasMessage("added and removed must have at most 3 edges, had 4");
  }

  @Test
  void theEdgeAtFaultIsNamed() {
    EdgeChange loop = new EdgeChange("item:cleo", "like", "item:cleo", null);
    EdgeChange untyped = new EdgeChange("cleo", "like", "item:cleo", null);

    assertThatThrownBy(
            () -> KgUpdatedMapper.toUpdate(new KgUpdated("c", List.of(EDGE, loop), null), 3))
        .hasMessageStartingWith("added[1].tail must differ from head");
    assertThatThrownBy(
            () -> KgUpdatedMapper.toUpdate(new KgUpdated("c", null, List.of(untyped)), 3))
        .hasMessageStartingWith("removed[0].head");
  }

  @Test
  void whatCannotBeMeantOfEntitiesIsNamedByItsPlace() {
    EntityMerge item = new EntityMerge("item:cleo", "item:cleo-5-to-7");
    EntityMerge itself = new EntityMerge("person:Varda", "person:Varda");
    EntitySplit elsewhere = new EntitySplit("person:Demy", "person:Jacques", List.of(EDGE));

    assertThatThrownBy(() -> update(List.of(item), null))
        .hasMessage("merged[0].entity must not be an item, was item:cleo");
    assertThatThrownBy(() -> update(List.of(itself), null))
        .hasMessage("merged[0].into must be another entity, was person:Varda");
    assertThatThrownBy(() -> update(null, List.of(elsewhere)))
        .hasMessageStartingWith("split[0].edges[0] must have person:Demy at an end");
  }

  private static GraphUpdate update(
      @Nullable List<EntityMerge> merged, @Nullable List<EntitySplit> split) {
    return KgUpdatedMapper.toUpdate(new KgUpdated("c", null, null, null, merged, split, null), 3);
  }

  @Test
  void anEdgeMustEndAfterItBegins() {
    Instant noon = Instant.parse("2026-03-04T12:00:00Z");
    EdgeChange never = new EdgeChange("item:cleo", "shown in", "place:Paris", null, noon, noon);

    assertThatThrownBy(() -> KgUpdatedMapper.toUpdate(new KgUpdated("c", List.of(never), null), 3))
        .hasMessageStartingWith("added[0].validUntil must be after validFrom");
  }
}
