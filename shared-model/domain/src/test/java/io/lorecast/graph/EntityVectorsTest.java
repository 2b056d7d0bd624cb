package io.lorecast.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EntityVectorsTest {

  private static final EntityId DRAMA = new EntityId("genre:drama");
  private static final Map<ItemId, Embedding> CONTENTS =
      Map.of(
          new ItemId("a"), Embedding.of(1f, 0f),
          new ItemId("b"), Embedding.of(0f, 1f),
          new ItemId("c"), Embedding.of(0.6f, 0.8f));

  @Test
  void meanMatchesTheHandWorkedExample() {
    // ((1, 0) + (0, 1)) / 2
    assertThat(EntityVectors.mean(DRAMA, edgesTo("a", "b"), CONTENTS))
        .contains(Embedding.of(0.5f, 0.5f));
  }

  @Test
  void anItemWithoutContentCountsAsZeros() {
    // ((1, 0) + (0, 1) + (0, 0) + (0, 0)) / 4
    assertThat(EntityVectors.mean(DRAMA, edgesTo("a", "b", "unread", "unknown"), CONTENTS))
        .contains(Embedding.of(0.25f, 0.25f));
  }

  @Test
  void anEntityAroundWhichNothingHasContentHasNoVector() {
    List<Edge> edges = List.of(Edge.of(DRAMA, "part-of", new EntityId("form:fiction")));

    assertThat(EntityVectors.mean(DRAMA, edges, CONTENTS)).isEmpty();
  }

  @Test
  void anEdgeCountsInEitherDirection() {
    List<Edge> edges = List.of(Edge.of(DRAMA, "example", new EntityId("item:a")));

    assertThat(EntityVectors.mean(DRAMA, edges, CONTENTS)).contains(Embedding.of(1f, 0f));
  }

  @Test
  void vectorsOfAnotherEncoderThanMostAreLeftOut() {
    Map<ItemId, Embedding> mixed =
        Map.of(
            new ItemId("a"), Embedding.of(1f, 0f),
            new ItemId("b"), Embedding.of(0f, 1f),
            new ItemId("c"), Embedding.of(1f, 1f, 1f));

    // ((1, 0) + (0, 1)) / 3
    assertThat(EntityVectors.mean(DRAMA, edgesTo("c", "a", "b"), mixed))
        .contains(Embedding.of(1f / 3, 1f / 3));
  }

  @Property
  void theOrderOfTheEdgesDoesNotChangeABit(@ForAll Random random) {
    List<Edge> edges = new java.util.ArrayList<>(edgesTo("a", "b", "c", "unread"));
    Embedding expected = EntityVectors.mean(DRAMA, edges, CONTENTS).orElseThrow();

    Collections.shuffle(edges, random);

    assertThat(EntityVectors.mean(DRAMA, edges, CONTENTS)).contains(expected);
  }

  @Test
  void takingAnItemOutLeavesTheDirectionOfTheOthers() {
    Embedding mean = EntityVectors.mean(DRAMA, edgesTo("a", "c", "unread"), CONTENTS).orElseThrow();

    float[] rest = EntityVectors.without(mean, 3, CONTENTS.get(new ItemId("a")), 1).orElseThrow();

    assertThat(rest[0]).isCloseTo(0.6f, org.assertj.core.api.Assertions.within(1e-6f));
    assertThat(rest[1]).isCloseTo(0.8f, org.assertj.core.api.Assertions.within(1e-6f));
  }

  @Test
  void takingTheOnlyItemOutLeavesNothingWhateverRoundingLeft() {
    Embedding content = CONTENTS.get(new ItemId("c"));
    Embedding mean = EntityVectors.mean(DRAMA, edgesTo("c", "x", "y"), CONTENTS).orElseThrow();

    assertThat(EntityVectors.without(mean, 3, content, 1)).isEmpty();
  }

  @Test
  void blendGoesFromTheItemsToTheLabel() {
    Embedding mean = Embedding.of(1f, 0f);
    Embedding label = Embedding.of(0f, 1f);

    assertThat(EntityVectors.blended(mean, label, 0)).isEqualTo(mean);
    assertThat(EntityVectors.blended(mean, label, 0.25)).isEqualTo(Embedding.of(0.75f, 0.25f));
    assertThat(EntityVectors.blended(mean, label, 1)).isEqualTo(label);
  }

  @Test
  void blendRefusesAShareOutOfRangeAndOtherDimensions() {
    Embedding two = Embedding.of(1f, 0f);

    assertThatThrownBy(() -> EntityVectors.blended(two, two, 1.1)).hasMessageContaining("share");
    assertThatThrownBy(() -> EntityVectors.blended(two, Embedding.of(1f), 0.5))
        .hasMessageContaining("dimensions differ: 2 and 1");
  }

  private static List<Edge> edgesTo(String... items) {
    return java.util.Arrays.stream(items)
        .map(item -> Edge.of(new EntityId("item:" + item), "genre", DRAMA))
        .toList();
  }
}
