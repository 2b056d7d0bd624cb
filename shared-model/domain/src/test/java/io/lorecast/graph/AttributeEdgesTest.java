package io.lorecast.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Edge;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AttributeEdgesTest {

  private static final EntityId CLEO = new EntityId("item:cleo");

  private final AttributeEdges attributes = new AttributeEdges(AttributeEdges.PEOPLE);

  @Test
  void eachValueIsAnEdgeAndPeopleAreOfOneType() {
    Item item = item(Map.of("director", List.of("Agnès Varda"), "genre", List.of("drama", "city")));

    assertThat(attributes.of(item))
        .containsExactly(
            said("director", "person:Agnès Varda"),
            said("genre", "genre:city"),
            said("genre", "genre:drama"));
  }

  @Test
  void aTypeMayBeConfiguredSoThatItemsPointAtItems() {
    AttributeEdges sequels = new AttributeEdges(Map.of("sequel-of", "item"));

    assertThat(sequels.of(item(Map.of("sequel-of", List.of("first")))))
        .containsExactly(said("sequel-of", "item:first"));
  }

  @Test
  void whatNamesNoEntityIsNoEdge() {
    Item item =
        item(
            Map.of(
                "genre", List.of("  ", "", "x".repeat(200), "line\nbreak"),
                " ", List.of("value"),
                "item", List.of("cleo")));

    assertThat(attributes.of(item)).isEmpty();
  }

  @Test
  void anAttributeNameBecomesATypeWithoutTheSignsATypeCannotHave() {
    assertThat(attributes.of(item(Map.of("shot in", List.of(" Paris ")))))
        .containsExactly(said("shot in", "shot-in:Paris"));
  }

  @Test
  void theSameValueTwiceIsOneEdge() {
    assertThat(attributes.of(item(Map.of("genre", List.of("drama", "drama "))))).hasSize(1);
  }

  @Test
  void differenceAddsWhatIsNewAndRemovesWhatIsGone() {
    List<Edge> stored = List.of(said("genre", "genre:drama"), said("genre", "genre:comedy"));

    EdgeDifference difference = difference(item(Map.of("genre", List.of("drama", "city"))), stored);

    assertThat(difference.added()).containsExactly(said("genre", "genre:city"));
    assertThat(difference.removed()).containsExactly(said("genre", "genre:comedy"));
  }

  @Test
  void whatTheOwnerOfTheGraphSaysIsNeitherAddedAgainNorTakenBack() {
    List<Edge> stored =
        List.of(
            Edge.of(CLEO, "genre", new EntityId("genre:drama")),
            Edge.of(CLEO, "theme", new EntityId("theme:time")));

    assertThat(difference(item(Map.of("genre", List.of("drama"))), stored).isEmpty()).isTrue();
  }

  @Test
  void edgesThatEndAtTheItemBelongToTheOtherItem() {
    Edge other = new Edge(new EntityId("item:other"), "like", CLEO, 1f, Source.ATTRIBUTES);

    assertThat(difference(item(Map.of()), List.of(other)).isEmpty()).isTrue();
  }

  @Test
  void anItemThatLeavesTakesAllEdgesButThoseOtherItemsSay() {
    Edge own = said("genre", "genre:drama");
    Edge owners = Edge.of(new EntityId("list:classics"), "holds", CLEO);
    Edge others = new Edge(new EntityId("item:other"), "like", CLEO, 1f, Source.ATTRIBUTES);

    EdgeDifference difference =
        AttributeEdges.withdrawal(new ItemId("cleo"), List.of(own, owners, others));

    assertThat(difference.removed()).containsExactly(own, owners);
    assertThat(difference.added()).isEmpty();
    assertThat(difference.nodes())
        .containsExactly(CLEO, new EntityId("genre:drama"), new EntityId("list:classics"));
  }

  @Property
  void applyingTheDifferenceTwiceIsApplyingItOnce(
      @ForAll("attributes") Map<String, List<String>> before,
      @ForAll("attributes") Map<String, List<String>> after) {
    Set<Edge> stored = applied(Set.of(), difference(item(before), Set.of()));

    Set<Edge> changed = applied(stored, difference(item(after), stored));

    assertThat(changed).containsExactlyInAnyOrderElementsOf(attributes.of(item(after)));
    assertThat(difference(item(after), changed).isEmpty()).isTrue();
  }

  @Property
  void theOrderOfTheStoredEdgesDoesNotMatter(
      @ForAll("attributes") Map<String, List<String>> before,
      @ForAll("attributes") Map<String, List<String>> after) {
    List<Edge> stored = attributes.of(item(before));
    List<Edge> reversed = new ArrayList<>(stored).reversed();

    EdgeDifference one = difference(item(after), stored);
    EdgeDifference other = difference(item(after), reversed);

    assertThat(one.added()).isEqualTo(other.added());
    assertThat(one.removed()).containsExactlyInAnyOrderElementsOf(other.removed());
  }

  @Provide
  Arbitrary<Map<String, List<String>>> attributes() {
    Arbitrary<List<String>> values = Arbitraries.of("a", "b", "c", " ", "d ").list().ofMaxSize(4);
    return Arbitraries.maps(Arbitraries.of("genre", "director", "writer", "mood"), values);
  }

  private static Set<Edge> applied(Collection<Edge> edges, EdgeDifference difference) {
    Set<Edge> changed = new HashSet<>(edges);
    changed.removeAll(difference.removed());
    changed.addAll(difference.added());
    return changed;
  }

  private static Edge said(String relation, String tail) {
    return new Edge(CLEO, relation, new EntityId(tail), 1f, Source.ATTRIBUTES);
  }

  private static Item item(Map<String, List<String>> attributes) {
    return new Item(
        new ItemId("cleo"),
        1,
        "Cléo",
        "",
        List.of(),
        List.of(),
        attributes,
        "fr",
        true,
        Instant.EPOCH);
  }

  private EdgeDifference difference(Item item, Collection<Edge> stored) {
    return AttributeEdges.difference(CLEO, attributes.of(item), stored);
  }
}
