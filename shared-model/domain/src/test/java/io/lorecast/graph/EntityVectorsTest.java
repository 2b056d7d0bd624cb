package io.lorecast.graph;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EntityVectorsTest {

  private static final EntityId DRAMA = new EntityId("genre:drama");
  private static final Map<ItemId, Embedding> CONTENTS =
      Map.of(
          new ItemId("a"), Embedding.of(1f, 0f),
          new ItemId("b"), Embedding.of(0f, 1f),
          new ItemId("c"), Embedding.of(0.6f, 0.8f));

  private static final Optional<Embedding> LABEL = Optional.of(Embedding.of(0f, 1f));

  private final EntityVectors vectors = new EntityVectors(new InverseFrequency(6));

  private Optional<Embedding> vector(List<Edge> edges, Map<ItemId, Embedding> contents) {
    return vectors.of(DRAMA, edges, edges.size(), Optional.empty(), contents);
  }

  private static void assertValues(Optional<Embedding> vector, float... expected) {
    assertThat(vector.orElseThrow().toArray()).containsExactly(expected, within(1e-6f));
  }

  @Test
  void theVectorMatchesTheHandWorkedExample() {
    // (1, 0) + (0.6, 0.8) = (1.6, 0.8), direction (0.894427, 0.447214);
    // two edges: sqrt(ln(1 + 6 / 2)) = 1.177410
    assertValues(vector(edgesTo("a", "c"), CONTENTS), 1.053108f, 0.526554f);
  }

  @Test
  void anItemWithoutContentCountsInTheDegreeAlone() {
    // the same direction; four edges: sqrt(ln(1 + 6 / 4)) = 0.957230
    assertValues(vector(edgesTo("a", "c", "unread", "unknown"), CONTENTS), 0.856173f, 0.428086f);
  }

  @Test
  void moreEdgesThanAreLookedAtMakeItWeighLess() {
    // sqrt(ln(1 + 6 / 200)) = 0.171927
    assertValues(vectors.of(DRAMA, edgesTo("a"), 200, Optional.empty(), CONTENTS), 0.171927f, 0f);
  }

  @Test
  void theLabelCountsAsOneItemDoes() {
    // (1, 0) + (0.6, 0.8) + label (0, 1) = (1.6, 1.8), direction (0.664364, 0.747409);
    // two edges: 1.177410
    assertValues(labelled(edgesTo("a", "c")), 0.782229f, 0.880007f);
  }

  @Test
  void whatItIsCalledIsAllThatIsKnownOfAnEntityWhoseItemsSayNothing() {
    // one edge: sqrt(ln(1 + 6 / 1)) = 1.394959
    assertValues(labelled(edgesTo("unread")), 0f, 1.394959f);
  }

  @Test
  void anEntityWithoutEdgesHasNoVectorWhateverItIsCalled() {
    assertThat(labelled(List.of())).isEmpty();
  }

  @Property
  void theMoreItemsThereAreTheLessTheLabelMovesTheVector(
      @ForAll @IntRange(min = 1, max = 40) int items) {
    assertThat(offTheItems(items + 1)).isLessThan(offTheItems(items));
  }

  /** Returns the tangent of the angle between the vector and what all of its items say alike. */
  private double offTheItems(int items) {
    String[] names = IntStream.range(0, items).mapToObj(i -> "i" + i).toArray(String[]::new);
    Map<ItemId, Embedding> alike =
        Arrays.stream(names).collect(toMap(ItemId::new, name -> Embedding.of(1f, 0f)));
    Embedding vector = vectors.of(DRAMA, edgesTo(names), items, LABEL, alike).orElseThrow();
    return vector.get(1) / vector.get(0);
  }

  private Optional<Embedding> labelled(List<Edge> edges) {
    return vectors.of(DRAMA, edges, edges.size(), LABEL, CONTENTS);
  }

  @Test
  void anEntityAroundWhichNothingHasContentHasNoVector() {
    List<Edge> edges = List.of(Edge.of(DRAMA, "part-of", new EntityId("form:fiction")));

    assertThat(vector(edges, CONTENTS)).isEmpty();
  }

  @Test
  void contentsThatCancelEachOtherOutMakeNoVector() {
    Map<ItemId, Embedding> opposed =
        Map.of(new ItemId("a"), Embedding.of(1f, -2f), new ItemId("b"), Embedding.of(-1f, 2f));

    assertThat(vector(edgesTo("a", "b"), opposed)).isEmpty();
  }

  @Test
  void anEdgeCountsInEitherDirection() {
    List<Edge> edges = List.of(Edge.of(DRAMA, "example", new EntityId("item:a")));

    // sqrt(ln(1 + 6 / 1)) = 1.394959
    assertValues(vector(edges, CONTENTS), 1.394959f, 0f);
  }

  @Test
  void vectorsOfAnotherEncoderThanMostAreLeftOut() {
    Map<ItemId, Embedding> mixed =
        Map.of(
            new ItemId("a"), Embedding.of(1f, 0f),
            new ItemId("b"), Embedding.of(0f, 1f),
            new ItemId("c"), Embedding.of(1f, 1f, 1f));

    // (1, 1) has the direction (0.707107, 0.707107); three edges: sqrt(ln(1 + 6 / 3)) = 1.048147
    assertValues(vector(edgesTo("c", "a", "b"), mixed), 0.741152f, 0.741152f);
  }

  @Property
  void theOrderOfTheEdgesDoesNotChangeABit(@ForAll Random random) {
    List<Edge> edges = new ArrayList<>(edgesTo("a", "b", "c", "unread"));
    Embedding expected = vector(edges, CONTENTS).orElseThrow();

    Collections.shuffle(edges, random);

    assertThat(vector(edges, CONTENTS)).contains(expected);
  }

  private static List<Edge> edgesTo(String... items) {
    return Arrays.stream(items)
        .map(item -> Edge.of(new EntityId("item:" + item), "genre", DRAMA))
        .toList();
  }
}
