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
import java.util.HashMap;
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
  private static final Map<EntityId, Embedding> VECTORS =
      Map.of(RARE, Embedding.of(1.5f, 0f), HUB, Embedding.of(0f, 0.5f));
  private static final EntityVectors ENTITIES = new EntityVectors(new InverseFrequency(6));

  private final NeighbourAggregator aggregator = new NeighbourAggregator(ENTITIES, 16);

  @Test
  void aggregateMatchesTheHandWorkedExample() {
    float[] vector =
        aggregator
            .aggregate(ITEM, List.of(to(RARE, 0.5f), to(HUB, 1f)), around(VECTORS))
            .orElseThrow()
            .toArray();

    // 0.5 * (1.5, 0) + 1 * (0, 0.5) = (0.75, 0.5), length 0.901388
    assertThat(vector[0]).isCloseTo(0.832050f, within(1e-6f));
    assertThat(vector[1]).isCloseTo(0.554700f, within(1e-6f));
  }

  @Test
  void aTieOfSeveralEdgesWeighsTheirSum() {
    List<Edge> edges =
        List.of(
            to(RARE, 1f),
            new Edge(EntityId.of(ITEM), "writer", RARE, 0.5f, Source.GRAPH),
            to(HUB, 0.5f));

    float[] vector = aggregator.aggregate(ITEM, edges, around(VECTORS)).orElseThrow().toArray();

    // (1 + 0.5) * 1.5 against 0.5 * 0.5
    assertThat(vector[0] / vector[1]).isCloseTo(9f, within(1e-5f));
  }

  @Test
  void anItemAroundSpeaksWithTheDirectionOfItsContentAndTheWeightOfItsDegree() {
    EntityId sequel = new EntityId("item:j");
    Surroundings surroundings =
        new Surroundings(
            Map.of(sequel, 3L),
            Map.of(HUB, Embedding.of(0.5f, 0f)),
            Map.of(new ItemId("j"), Embedding.of(0f, 2f)));

    float[] vector =
        aggregator
            .aggregate(ITEM, List.of(to(sequel, 1f), to(HUB, 1f)), surroundings)
            .orElseThrow()
            .toArray();

    // sqrt(ln(1 + 6 / 3)) = 1.048147 against 0.5
    assertThat(vector[1] / vector[0]).isCloseTo(2.096294f, within(1e-5f));
  }

  @Test
  void onlyTheHeaviestCountAndOfEqualOnesTheFirstById() {
    NeighbourAggregator one = new NeighbourAggregator(ENTITIES, 1);
    Surroundings surroundings =
        around(Map.of(RARE, Embedding.of(2f, 0f), HUB, Embedding.of(0f, 2f)));

    assertThat(one.aggregate(ITEM, List.of(to(RARE, 1f), to(HUB, 0.9f)), surroundings))
        .contains(Embedding.of(1f, 0f));
    assertThat(one.aggregate(ITEM, List.of(to(RARE, 1f), to(HUB, 1f)), surroundings))
        .contains(Embedding.of(0f, 1f));
  }

  @Test
  void vectorsOfAnotherEncoderThanTheHeaviestOnesAreLeftOut() {
    Surroundings surroundings =
        around(Map.of(RARE, Embedding.of(1f, 1f, 1f), HUB, Embedding.of(0f, 0.5f)));

    assertThat(aggregator.aggregate(ITEM, List.of(to(RARE, 0.1f), to(HUB, 1f)), surroundings))
        .contains(Embedding.of(0f, 1f));
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
    Surroundings surroundings = around(vectors(edges));
    Embedding expected = aggregator.aggregate(ITEM, edges, surroundings).orElseThrow();
    List<Edge> shuffled = new ArrayList<>(edges);
    Collections.shuffle(shuffled, random);

    assertThat(aggregator.aggregate(ITEM, shuffled, surroundings)).contains(expected);
    float[] values = expected.toArray();
    assertThat(VectorMath.dot(values, values)).isCloseTo(1f, within(1e-5f));
  }

  @Test
  void refusesToKeepNothing() {
    assertThatThrownBy(() -> new NeighbourAggregator(ENTITIES, 0))
        .hasMessageContaining("kept must be at least 1, was 0");
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

  private static Map<EntityId, Embedding> vectors(List<Edge> edges) {
    Map<EntityId, Embedding> vectors = new HashMap<>();
    for (Edge edge : edges) {
      int n = Integer.parseInt(edge.tail().name());
      vectors.put(edge.tail(), Embedding.of(1f + n, 0.3f * n, 2f));
    }
    return vectors;
  }

  private static Surroundings around(Map<EntityId, Embedding> vectors) {
    return new Surroundings(Map.of(), vectors, Map.of());
  }

  private static Edge to(EntityId entity, float weight) {
    return new Edge(EntityId.of(ITEM), "about", entity, weight, Source.GRAPH);
  }
}
