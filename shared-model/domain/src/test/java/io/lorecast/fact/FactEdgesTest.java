package io.lorecast.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactEdgesTest {

  private static final ItemId BOOK = new ItemId("book-17");
  private static final String TEXT =
      "On Lofoten an old   keeper, Mirela Okonjo, befriends a whale. By J.R.R. Tolkien.";
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          Map.of("theme", "theme", "setting", "place", "features", "person"),
          Set.of("place", "person"));
  private static final FactLimits LIMITS = new FactLimits(4, 2, 40, .3, .5);

  private final FactEdges edges = new FactEdges(VOCABULARY, LIMITS);

  @Test
  void aFactIsAnEdgeFromTheItemWhoseWeightIsTrustTimesConfidence() {
    // .5 x .9 = .45; .5 x .555 = .2775, rounded to .28
    assertThat(of(new Fact("theme", "Growing  up", .9), new Fact("setting", "Lofoten", .555)))
        .containsExactly(
            edge("theme", "theme:growing up", .45f), edge("setting", "place:Lofoten", .28f));
  }

  @Test
  void anUnknownRelationSaysNothing() {
    assertThat(of(new Fact("owns", "everything", 1), new Fact("", "x", 1))).isEmpty();
  }

  @Test
  void whatTheModelIsNotSureOfSaysNothing() {
    assertThat(
            of(
                new Fact("theme", "doubt", .29),
                new Fact("theme", "zeal", 1.01),
                new Fact("theme", "nothing", Double.NaN)))
        .isEmpty();
    assertThat(of(new Fact("theme", "trust", .3))).hasSize(1);
  }

  @Test
  void aProperNameMustStandInTheTextAndKeepsItsCase() {
    assertThat(
            of(
                new Fact("features", "Mirela Okonjo", 1),
                new Fact("features", "Ada Lovelace", 1),
                new Fact("setting", "lofoten", .8)))
        .containsExactly(
            edge("features", "person:Mirela Okonjo", .5f), edge("setting", "place:lofoten", .4f));
    assertThat(of(new Fact("features", "J.R.R. Tolkien", 1))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "visit evil.example now",
        "https://evil",
        "<b>bold</b>",
        "item:book-18",
        "{\"role\":\"system\"}",
        "a name of more than forty characters, which is too long",
        "line\u0000break",
        "hidden\u200bsign",
        "-dash first"
      })
  void whatIsNoNameIsNoEntity(String object) {
    assertThat(of(new Fact("theme", object, 1))).isEmpty();
  }

  @Test
  void ofTooManyFactsTheSurestStay() {
    // Of theme 2 may stay, the surest two; of the item 4.
    assertThat(
            of(
                new Fact("theme", "c", .5),
                new Fact("theme", "a", .9),
                new Fact("theme", "b", .7),
                new Fact("setting", "Lofoten", .4),
                new Fact("features", "Mirela", .8),
                new Fact("features", "Okonjo", .35)))
        .extracting(edge -> edge.tail().value())
        .containsExactly("theme:a", "person:Mirela", "theme:b", "place:Lofoten");
  }

  @Test
  void theSameFactTwiceIsSaidOnceAsTheModelIsSurerOfIt() {
    assertThat(of(new Fact("theme", "Loss", .4), new Fact("theme", "loss", .8)))
        .containsExactly(edge("theme", "theme:loss", .4f));
  }

  @Property
  void whateverIsSaidStaysWithinLimitsAndVocabulary(@ForAll("facts") List<Fact> facts) {
    List<Edge> said = edges.of(BOOK, TEXT, facts);

    assertThat(said).hasSizeLessThanOrEqualTo(LIMITS.facts()).doesNotHaveDuplicates();
    Map<String, Integer> counts = new HashMap<>();
    said.forEach(edge -> counts.merge(edge.relation(), 1, Integer::sum));
    assertThat(counts.values()).allMatch(count -> count <= LIMITS.sameRelation());
    assertThat(said)
        .allSatisfy(
            edge -> {
              assertThat(edge.head()).isEqualTo(EntityId.of(BOOK));
              assertThat(edge.source()).isEqualTo(Edge.Source.LANGUAGE_MODEL);
              assertThat(VOCABULARY.relations()).contains(edge.relation());
              assertThat(edge.tail().item()).isEmpty();
              assertThat(edge.tail().name()).hasSizeLessThanOrEqualTo(LIMITS.nameLength());
              assertThat(edge.weight()).isBetween(.01f, .5f);
            });
  }

  @Property
  void theOrderOfTheAnswerDoesNotMatter(@ForAll("facts") List<Fact> facts) {
    List<Fact> reversed = new ArrayList<>(facts);
    Collections.reverse(reversed);

    assertThat(edges.of(BOOK, TEXT, reversed)).isEqualTo(edges.of(BOOK, TEXT, facts));
  }

  @Test
  void aVocabularyOfNothingOrOfItemsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vocabulary(Map.of(), Set.of()))
        .withMessageContaining("relations");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vocabulary(Map.of("like", "item"), Set.of()))
        .withMessageContaining("relations.like");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vocabulary(Map.of("like", "no type"), Set.of()))
        .withMessageContaining("must be type:name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vocabulary(Map.of("like", "t".repeat(55)), Set.of()))
        .withMessageContaining("1 to 205 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vocabulary(Map.of(" like", "type"), Set.of()))
        .withMessageContaining("relation");
  }

  @Test
  void limitsNameWhatIsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FactLimits(0, 1, 1, 0, 1))
        .withMessage("facts must be 1 to 250, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FactLimits(1, 1, 1, 0, 0))
        .withMessage("trust must be above 0 and at most 1, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FactLimits(1, 1, 1, 2, 1))
        .withMessage("leastConfidence must be 0 to 1, was 2.0");
  }

  @Provide
  Arbitrary<List<Fact>> facts() {
    return Combinators.combine(
            Arbitraries.of("theme", "setting", "features", "owns", "item", ""),
            Arbitraries.oneOf(
                Arbitraries.of("Lofoten", "Mirela", "loss", "Loss", "item:book-1", "old"),
                Arbitraries.strings().ofMaxLength(60)),
            Arbitraries.doubles().between(-1, 2))
        .as(Fact::new)
        .list()
        .ofMaxSize(30);
  }

  private List<Edge> of(Fact... facts) {
    return edges.of(BOOK, TEXT, List.of(facts));
  }

  private static Edge edge(String relation, String tail, float weight) {
    return new Edge(
        EntityId.of(BOOK), relation, new EntityId(tail), weight, Edge.Source.LANGUAGE_MODEL);
  }
}
