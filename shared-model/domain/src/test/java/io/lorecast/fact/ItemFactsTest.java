package io.lorecast.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemFactsTest {

  private static final ItemId BOOK = new ItemId("book-17");
  private static final Edge LOSS = edge("loss", .4f);
  private static final Edge SEA = edge("sea", .4f);

  private final ItemFacts none = ItemFacts.none(BOOK);
  private final ItemFacts first = none.replaced("text 1", List.of(LOSS));

  @Test
  void nothingSaidOfNothingIsSilent() {
    assertThat(none.isSilent()).isTrue();
    assertThat(first.isSilent()).isFalse();
    assertThat(first.replaced("text 2", List.of()).isSilent()).isFalse();
  }

  @Test
  void theSameOfTheSameTextIsTheSameChange() {
    assertThat(first.replaced("text 1", List.of(LOSS))).isSameAs(first);
    assertThat(none.replaced("text 1", List.of(LOSS)).changeId()).isEqualTo(first.changeId());
  }

  @Test
  void whatANewTextDoesNotSayIsTakenBack() {
    ItemFacts second = first.replaced("text 2", List.of(SEA));

    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.edges()).containsExactly(SEA);
    assertThat(second.withdrawn()).containsExactly(LOSS);
  }

  @Test
  void whatWasTakenBackAndIsSaidAgainIsAChangeOfItsOwn() {
    ItemFacts again = first.replaced("text 2", List.of(SEA)).replaced("text 1", List.of(LOSS));

    assertThat(again.edges()).isEqualTo(first.edges());
    assertThat(again.withdrawn()).containsExactly(SEA);
    assertThat(again.changeId()).isNotEqualTo(first.changeId());
  }

  @Test
  void anEdgeThatOnlyBecameSurerIsNotTakenBack() {
    ItemFacts surer = first.replaced("text 2", List.of(edge("loss", .5f)));

    assertThat(surer.withdrawn()).isEmpty();
    assertThat(surer.changeId()).isNotEqualTo(first.changeId());
  }

  @Test
  void whatWasTakenBackIsRememberedUpToABound() {
    ItemFacts facts = none;
    for (int text = 0; text < 5; text++) {
      int number = text;
      List<Edge> edges = IntStream.range(0, 50).mapToObj(i -> edge(number + "-" + i, .4f)).toList();
      facts = facts.replaced("text " + text, edges);
    }
    ItemFacts gone = facts.replaced("none", List.of());

    // 5 x 50 edges were said, and the latest 200 of them are remembered.
    assertThat(gone.withdrawn()).hasSize(200);
    assertThat(gone.withdrawn().getFirst().tail().name()).startsWith("4-");
    assertThat(gone.withdrawn().getLast().tail().name()).startsWith("1-");
  }

  private static Edge edge(String theme, float weight) {
    return new Edge(
        EntityId.of(BOOK),
        "theme",
        EntityId.of("theme", theme),
        weight,
        Edge.Source.LANGUAGE_MODEL);
  }
}
