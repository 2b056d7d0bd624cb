package io.lorecast.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NeighbourAggregatorTest {

  private static final ItemId ITEM = new ItemId("i");
  private static final EntityId RARE = new EntityId("person:rare");
  private static final EntityId HUB = new EntityId("country:hub");
  // idf: ln(1 + 6 / 2) = 1.386294 for the rare one, ln(1 + 6 / 200) = 0.029559 for the hub
  private static final Map<EntityId, Long> DEGREES = Map.of(RARE, 2L, HUB, 200L);
  private static final Map<EntityId, Embedding> VECTORS =
      Map.of(RARE, Embedding.of(1f, 0f), HUB, Embedding.of(0f, 0.5f));

  private final NeighbourAggregator aggregator =
      new NeighbourAggregator(new InverseFrequency(6), 16, 256);

  @Test
  void aggregateMatchesTheHandWorkedExample() {
    Surroundings surroundings = new Surroundings(DEGREES, VECTORS, Map.of());

    float[] vector =
        aggregator
            .aggregate(ITEM, List.of(to(RARE, 1f), to(HUB, 1f)), surroundings)
            .orElseThrow()
            .toArray();

    // sqrt(1.386294) * (1, 0) + sqrt(0.029559) * (0, 1) = (1.177410, 0.171927), length 1.189896
    assertThat(vector[0]).isCloseTo(0.989507f, within(1e-5f));
    assertThat(vector[1]).isCloseTo(0.144489f, within(1e-5f));
  }

  @Test
  void aTieOfSeveralEdgesWeighsTheirSum() {
    Surroundings surroundings = new Surroundings(Map.of(RARE, 4L, HUB, 4L), VECTORS, Map.of());
    List<Edge> edges =
        List.of(
            to(RARE, 1f),
            new Edge(EntityId.of(ITEM), "writer", RARE, 0.5f, Source.GRAPH),
            to(HUB, 0.5f));

    float[] vector = aggregator.aggregate(ITEM, edges, surroundings).orElseThrow().toArray();

    assertThat(vector[0] / vector[1]).isCloseTo(3f, within(1e-5f)); // (1 + 0.5) / 0.5
  }

  @Test
  void whatTheItemItselfPutIntoAnEntityIsTakenOutAgain() {
    // the rare entity is the mean of (1, 0), which is the item's own, and (0, 1)
    Surroundings surroundings =
        new Surroundings(
            DEGREES, Map.of(RARE, Embedding.of(0.5f, 0.5f)), Map.of(ITEM, Embedding.of(1f, 0f)));

    float[] vector =
        aggregator.aggregate(ITEM, List.of(to(RARE, 1f)), surroundings).orElseThrow().toArray();

    assertThat(vector[0]).isZero();
    assertThat(vector[1]).isCloseTo(1f, within(1e-6f));
  }

  @Test
  void anEntityThatOnlyTheItemIsAroundSaysNothing() {
    Embedding own = Embedding.of(0.6f, 0.8f);
    Surroundings surroundings =
        new Surroundings(Map.of(RARE, 1L), Map.of(RARE, own), Map.of(ITEM, own));

    assertThat(aggregator.aggregate(ITEM, List.of(to(RARE, 1f)), surroundings)).isEmpty();
  }

  @Test
  void anEntityWithMoreEdgesThanWereLookedAtKeepsTheItem() {
    NeighbourAggregator few = new NeighbourAggregator(new InverseFrequency(6), 16, 199);
    Surroundings surroundings =
        new Surroundings(DEGREES, VECTORS, Map.of(ITEM, Embedding.of(1f, 0f)));

    assertThat(few.aggregate(ITEM, List.of(to(HUB, 1f)), surroundings))
        .contains(Embedding.of(0f, 1f));
  }

  @Test
  void anItemAroundSpeaksWithItsOwnContent() {
    EntityId sequel = new EntityId("item:j");
    Surroundings surroundings =
        new Surroundings(
            Map.of(sequel, 3L),
            Map.of(),
            Map.of(ITEM, Embedding.of(1f, 0f), new ItemId("j"), Embedding.of(0f, 2f)));

    assertThat(aggregator.aggregate(ITEM, List.of(to(sequel, 1f)), surroundings))
        .contains(Embedding.of(0f, 1f));
  }

  @Test
  void onlyTheHeaviestCountAndOfEqualOnesTheFirstById() {
    NeighbourAggregator one = new NeighbourAggregator(new InverseFrequency(6), 1, 256);
    Surroundings surroundings = new Surroundings(Map.of(RARE, 4L, HUB, 4L), VECTORS, Map.of());

    assertThat(one.aggregate(ITEM, List.of(to(RARE, 1f), to(HUB, 0.9f)), surroundings))
        .contains(Embedding.of(1f, 0f));
    assertThat(one.aggregate(ITEM, List.of(to(RARE, 1f), to(HUB, 1f)), surroundings))
        .contains(Embedding.of(0f, 1f));
  }

  @Test
  void vectorsOfAnotherEncoderThanTheItemsOwnAreLeftOut() {
    Surroundings surroundings =
        new Surroundings(
            DEGREES,
            Map.of(RARE, Embedding.of(1f, 1f, 1f), HUB, Embedding.of(0f, 0.5f)),
            Map.of(ITEM, Embedding.of(1f, 0f)));

    assertThat(aggregator.aggregate(ITEM, List.of(to(RARE, 1f), to(HUB, 1f)), surroundings))
        .hasValueSatisfying(vector -> assertThat(vector.dimension()).isEqualTo(2));
  }

  @Test
  void nothingAroundIsNoVector() {
    Surroundings nothing = new Surroundings(Map.of(), Map.of(), Map.of());

    assertThat(aggregator.aggregate(ITEM, List.of(), nothing)).isEmpty();
    assertThat(aggregator.aggregate(ITEM, List.of(to(RARE, 1f)), nothing)).isEmpty();
  }

  @Property
  void theOrderOfTheEdgesDoesNotChangeABitAndTheLengthIsOne(
      @ForAll("edges") List<Edge> edges, @ForAll Random random) {
    Surroundings surroundings = around(edges);
    Embedding expected = aggregator.aggregate(ITEM, edges, surroundings).orElseThrow();
    List<Edge> shuffled = new ArrayList<>(edges);
    Collections.shuffle(shuffled, random);

    assertThat(aggregator.aggregate(ITEM, shuffled, surroundings)).contains(expected);
    float[] values = expected.toArray();
    assertThat(VectorMath.dot(values, values)).isCloseTo(1f, within(1e-5f));
  }

  @Test
  void refusesToKeepNothing() {
    assertThatThrownBy(() -> new NeighbourAggregator(new InverseFrequency(6), 0, 256))
        .hasMessageContaining("kept and sampled must be at least 1, were 0 and 256");
  }

  @Provide
  Arbitrary<List<Edge>> edges() {
    return Arbitraries.integers()
        .between(0, 40)
        .map(n -> to(new EntityId("genre:" + n), 1f / (1 + n % 7)))
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static Surroundings around(List<Edge> edges) {
    Map<EntityId, Long> degrees = new java.util.HashMap<>();
    Map<EntityId, Embedding> vectors = new java.util.HashMap<>();
    for (Edge edge : edges) {
      int n = Integer.parseInt(edge.tail().name());
      degrees.put(edge.tail(), 1L + n % 5);
      vectors.put(edge.tail(), Embedding.of(1f + n, 0.3f * n, 2f));
    }
    return new Surroundings(degrees, vectors, Map.of());
  }

  private static Edge to(EntityId entity, float weight) {
    return new Edge(EntityId.of(ITEM), "about", entity, weight, Source.GRAPH);
  }
}
