package io.lorecast.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.graph.GraphPath.Step;
import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GraphPathsTest {

  private static final ItemId CLEO = new ItemId("cleo");
  private static final ItemId VAGABOND = new ItemId("vagabond");
  private static final ItemId JULES = new ItemId("jules");
  private static final EntityId VARDA = new EntityId("person:Agnès Varda");
  private static final EntityId FRANCE = new EntityId("country:France");
  private static final Map<EntityId, Long> DEGREES = Map.of(VARDA, 3L, FRANCE, 400L);

  private final GraphPaths paths = new GraphPaths(new InverseFrequency(1000));

  @Test
  void theSameDirectorComesBeforeTheSameCountry() {
    List<GraphPath> found =
        between(
            List.of(CLEO),
            VAGABOND,
            edge(CLEO, "country", FRANCE),
            edge(CLEO, "director", VARDA),
            edge(VAGABOND, "director", VARDA),
            edge(VAGABOND, "country", FRANCE));

    assertThat(found).hasSize(2);
    assertThat(found.getFirst().steps())
        .containsExactly(
            new Step(EntityId.of(CLEO), "director", VARDA),
            new Step(VARDA, "director", EntityId.of(VAGABOND)));
    assertThat(found.getFirst().strength()).isCloseTo(Math.log(1 + 1000 / 3.0), within(1e-9));
    assertThat(found.getLast().strength()).isCloseTo(Math.log(1 + 1000 / 400.0), within(1e-9));
  }

  @Test
  void anEdgeBetweenTheItemsComesFirstInEitherDirection() {
    Edge sequel = edge(VAGABOND, "sequel-of", EntityId.of(CLEO));

    List<GraphPath> found =
        between(
            List.of(CLEO),
            VAGABOND,
            sequel,
            edge(CLEO, "director", VARDA),
            edge(VAGABOND, "director", VARDA));

    assertThat(found.getFirst().steps())
        .containsExactly(new Step(EntityId.of(CLEO), "sequel-of", EntityId.of(VAGABOND)));
    assertThat(found).hasSize(2);
  }

  @Test
  void aWeakTieMakesAWeakPath() {
    Edge weak = new Edge(EntityId.of(CLEO), "director", VARDA, 0.1f, Source.GRAPH);

    List<GraphPath> found =
        between(
            List.of(CLEO),
            VAGABOND,
            weak,
            edge(VAGABOND, "director", VARDA),
            edge(CLEO, "country", FRANCE),
            edge(VAGABOND, "country", FRANCE));

    assertThat(found.getFirst().steps().getFirst().to()).isEqualTo(FRANCE);
  }

  @Test
  void ofSeveralTiesToOneEntityThoseOfOneRelationAreTold() {
    List<GraphPath> found =
        between(
            List.of(CLEO),
            VAGABOND,
            edge(CLEO, "actor", VARDA),
            edge(CLEO, "director", VARDA),
            edge(VAGABOND, "director", VARDA));

    assertThat(found).singleElement().matches(GraphPath::isOneRelation);
  }

  @Test
  void ofEquallyStrongPathsTheFirstKnownItemIsTold() {
    Edge[] edges = {
      edge(CLEO, "director", VARDA),
      edge(JULES, "director", VARDA),
      edge(VAGABOND, "director", VARDA)
    };

    assertThat(between(List.of(JULES, CLEO), VAGABOND, edges).getFirst().from()).isEqualTo(JULES);
    assertThat(between(List.of(CLEO, JULES), VAGABOND, edges).getFirst().from()).isEqualTo(CLEO);
  }

  @Test
  void nothingSharedIsNoPathAndAnItemIsNoReasonForItself() {
    Edge[] edges = {edge(CLEO, "director", VARDA), edge(VAGABOND, "country", FRANCE)};

    assertThat(between(List.of(CLEO), VAGABOND, edges)).isEmpty();
    assertThat(between(List.of(VAGABOND), VAGABOND, edges)).isEmpty();
    assertThat(between(List.of(), VAGABOND, edges)).isEmpty();
  }

  @Property
  void everyPathStartsAtAKnownItemEndsAtTheOtherAndHangsTogether(
      @ForAll("graphs") List<Edge> edges) {
    List<ItemId> known = List.of(CLEO, JULES);

    List<GraphPath> found = between(known, VAGABOND, edges.toArray(Edge[]::new));

    assertThat(found)
        .allSatisfy(
            path -> {
              List<Step> steps = path.steps();
              assertThat(known).contains(path.from());
              assertThat(steps.getFirst().from()).isEqualTo(EntityId.of(path.from()));
              assertThat(steps.getLast().to()).isEqualTo(EntityId.of(VAGABOND));
              assertThat(steps.getFirst().to())
                  .isEqualTo(steps.size() == 1 ? steps.getLast().to() : steps.getLast().from());
            });
    assertThat(between(known, VAGABOND, edges.reversed().toArray(Edge[]::new))).isEqualTo(found);
  }

  @Provide
  Arbitrary<List<Edge>> graphs() {
    Arbitrary<EntityId> heads = Arbitraries.of(CLEO, JULES, VAGABOND).map(EntityId::of);
    Arbitrary<EntityId> tails =
        Arbitraries.of(VARDA, FRANCE, new EntityId("genre:drama"), EntityId.of(new ItemId("x")));
    Arbitrary<String> relations = Arbitraries.of("director", "actor", "about");
    return heads
        .flatMap(head -> tails.flatMap(tail -> relations.map(r -> Edge.of(head, r, tail))))
        .list()
        .uniqueElements()
        .ofMaxSize(12);
  }

  private List<GraphPath> between(List<ItemId> known, ItemId other, Edge... edges) {
    return paths.between(
        known,
        other,
        item ->
            List.of(edges).stream()
                .filter(
                    edge ->
                        edge.head().equals(EntityId.of(item))
                            || edge.tail().equals(EntityId.of(item)))
                .toList(),
        entity -> DEGREES.getOrDefault(entity, 1L));
  }

  private static Edge edge(ItemId head, String relation, EntityId tail) {
    return Edge.of(EntityId.of(head), relation, tail);
  }
}
