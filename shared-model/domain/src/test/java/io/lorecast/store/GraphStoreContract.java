package io.lorecast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link GraphStore} does. */
public abstract class GraphStoreContract {

  private static final EntityId CLEO = new EntityId("item:cleo");
  private static final EntityId VAGABOND = new EntityId("item:vagabond");
  private static final EntityId VARDA = new EntityId("person:Agnès Varda");
  private static final EntityId PARIS = new EntityId("place:Paris");
  private static final Edge DIRECTED = Edge.of(CLEO, "director", VARDA);
  private static final Edge ALSO_DIRECTED = Edge.of(VAGABOND, "director", VARDA);
  private static final Edge SET_IN = new Edge(CLEO, "place", PARIS, 0.5f, Source.GRAPH);
  private static final Edge SAID = new Edge(CLEO, "director", VARDA, 0.25f, Source.ATTRIBUTES);

  /** Returns an empty store, or the one this instance of the test has used so far. */
  protected abstract GraphStore store();

  private boolean add(String changeId, Edge... edges) {
    return Answer.of(store().change(changeId, List.of(edges), List.of()));
  }

  private boolean remove(String changeId, Edge... edges) {
    return Answer.of(store().change(changeId, List.of(), List.of(edges)));
  }

  @Test
  void edgesAreFoundFromBothEnds() {
    add("c1", DIRECTED, ALSO_DIRECTED, SET_IN);

    Map<EntityId, List<Edge>> around =
        Answer.of(store().around(List.of(CLEO, VARDA, new EntityId("place:Rome")), 10));

    assertThat(around)
        .containsOnly(
            Map.entry(CLEO, List.of(DIRECTED, SET_IN)),
            Map.entry(VARDA, List.of(DIRECTED, ALSO_DIRECTED)));
  }

  @Test
  void atMostTheLimitOfEdgesComesForEachEntityAndAlwaysTheSameOnes() {
    Edge[] inbound =
        IntStream.range(100, 140)
            .mapToObj(i -> Edge.of(new EntityId("item:" + i), "place", PARIS))
            .toArray(Edge[]::new);
    Edge outbound = Edge.of(PARIS, "capital of", new EntityId("place:France"));
    add("c1", inbound);
    add("c2", outbound);

    assertThat(Answer.of(store().around(List.of(PARIS), 3)).get(PARIS))
        .containsExactly(inbound[0], inbound[1], inbound[2]);
    assertThat(Answer.of(store().around(List.of(PARIS), Integer.MAX_VALUE)).get(PARIS))
        .hasSize(41)
        .endsWith(outbound);
  }

  @Test
  void pagesGoOnWhereTheLastOneEndedAlsoWhenThatEdgeIsGone() {
    Edge[] inbound =
        IntStream.range(100, 107)
            .mapToObj(i -> Edge.of(new EntityId("item:" + i), "place", PARIS))
            .toArray(Edge[]::new);
    Edge[] outbound = {
      Edge.of(PARIS, "capital of", new EntityId("place:France")),
      Edge.of(PARIS, "in", new EntityId("place:Europe"))
    };
    add("c1", inbound);
    add("c2", outbound);

    List<Edge> first = Answer.of(store().page(PARIS, Optional.empty(), 3));
    remove("c3", inbound[2]);
    List<Edge> second = Answer.of(store().page(PARIS, after(inbound[2]), 3));
    List<Edge> third = Answer.of(store().page(PARIS, after(second.getLast()), 3));
    List<Edge> last = Answer.of(store().page(PARIS, after(third.getLast()), 3));

    assertThat(first).containsExactly(inbound[0], inbound[1], inbound[2]);
    assertThat(second).containsExactly(inbound[3], inbound[4], inbound[5]);
    assertThat(third).containsExactly(inbound[6], outbound[0], outbound[1]);
    assertThat(last).isEmpty();
    assertThat(Answer.of(store().page(PARIS, after(outbound[0]), 3))).containsExactly(outbound[1]);
  }

  private static Optional<EdgeKey> after(Edge edge) {
    return Optional.of(EdgeKey.of(edge));
  }

  @Test
  void relationsThatBeginAlikeAreDifferentEdges() {
    Edge longer = Edge.of(CLEO, "director of", VARDA);
    add("c1", DIRECTED, longer, Edge.of(CLEO, "director", new EntityId("person:Agnès")));

    remove("c2", DIRECTED);

    assertThat(Answer.of(store().around(List.of(VARDA), 5)).get(VARDA)).containsExactly(longer);
    assertThat(Answer.of(store().degrees(List.of(CLEO)))).containsEntry(CLEO, 2L);
  }

  @Test
  void degreesCountTheEdgesAtEitherEnd() {
    add("c1", DIRECTED, ALSO_DIRECTED, SET_IN);
    EntityId unknown = new EntityId("place:Rome");

    Map<EntityId, Long> degrees = Answer.of(store().degrees(List.of(VARDA, CLEO, PARIS, unknown)));

    assertThat(degrees)
        .containsOnly(
            Map.entry(VARDA, 2L),
            Map.entry(CLEO, 2L),
            Map.entry(PARIS, 1L),
            Map.entry(unknown, 0L));
  }

  @Test
  void aChangeIsAppliedOnce() {
    assertThat(add("c1", DIRECTED)).isTrue();
    assertThat(remove("c2", DIRECTED)).isTrue();

    assertThat(add("c1", DIRECTED)).isFalse();

    assertThat(Answer.of(store().all())).isEmpty();
    assertThat(Answer.of(store().degrees(List.of(VARDA)))).containsEntry(VARDA, 0L);
    assertThat(Answer.of(store().around(List.of(CLEO), 5))).isEmpty();
  }

  @Test
  void anEdgeThatIsRemovedAndAddedInOneChangeStays() {
    add("c1", DIRECTED);

    Edge heavier = new Edge(CLEO, "director", VARDA, 0.75f, Source.GRAPH);
    Answer.of(store().change("c2", List.of(heavier), List.of(DIRECTED)));

    assertThat(Answer.of(store().all())).containsExactly(heavier);
    assertThat(Answer.of(store().around(List.of(VARDA), 5))).containsEntry(VARDA, List.of(heavier));
    assertThat(Answer.of(store().degrees(List.of(VARDA)))).containsEntry(VARDA, 1L);
  }

  @Test
  void whatTheGraphAssertsStandsAboveWhatAttributesSay() {
    add("c1", SAID);
    add("c2", DIRECTED);
    add("c3", SAID);

    assertThat(Answer.of(store().all())).containsExactly(DIRECTED);
  }

  @Test
  void onlyTheSourceOfAnEdgeCanRemoveIt() {
    add("c1", SAID);

    remove("c2", DIRECTED);

    assertThat(Answer.of(store().all())).containsExactly(SAID);
    remove("c3", SAID);
    assertThat(Answer.of(store().all())).isEmpty();
  }

  @Test
  void whatALanguageModelSaysStandsBelowEverythingElse() {
    Edge read = new Edge(CLEO, "director", VARDA, 0.5f, Source.LANGUAGE_MODEL);
    add("c1", SAID);
    add("c2", read);

    assertThat(Answer.of(store().all())).containsExactly(SAID);
    remove("c3", read);
    assertThat(Answer.of(store().all())).containsExactly(SAID);
  }

  @Test
  void emptyChangesAndQuestionsWork() {
    assertThat(add("c1")).isTrue();
    assertThat(remove("c2", DIRECTED)).isTrue();

    assertThat(Answer.of(store().around(List.of(), 5))).isEmpty();
    assertThat(Answer.of(store().degrees(List.of()))).isEmpty();
  }

  @Test
  void aChangeOfHundredsOfLongEdgesIsApplied() {
    String relation = "é".repeat(200);
    Edge[] many =
        IntStream.range(0, 210)
            .mapToObj(i -> Edge.of(CLEO, relation, new EntityId("名:" + i + "字".repeat(190))))
            .toArray(Edge[]::new);

    add("c1", many);

    assertThat(Answer.of(store().all())).containsExactlyInAnyOrder(many);
    assertThat(Answer.of(store().around(List.of(CLEO), 500)).get(CLEO)).hasSize(210);
    assertThat(Answer.of(store().degrees(List.of(CLEO)))).containsEntry(CLEO, 210L);
    remove("c2", many);
    assertThat(Answer.of(store().all())).isEmpty();
  }
}
