package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.content;
import static io.lorecast.ranking.SampleCatalogue.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.View;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.Term;
import io.lorecast.predicate.Predicate;
import io.lorecast.ranking.Adjustments.Boost;
import io.lorecast.vector.Embedding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchTest {

  private final SampleCatalogue sample = new SampleCatalogue();
  private final Ranker ranker = new Ranker(sample.settings);

  @Test
  void whatSaysTheSameComesFirstWithCosineOne() {
    List<ScoredItem> found =
        ranker.search(RankRequest.best(5, Set.of()), content(17), sample.catalogue, NOW);

    assertThat(found).hasSize(5);
    assertThat(found.getFirst().id()).isEqualTo(id(17));
    assertThat(found.getFirst().score()).isEqualTo(1, within(1e-6));
    assertThat(found.getFirst().terms().get(Term.CONTENT)).isEqualTo(1, within(1e-6));
    assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }

  @Test
  void whatARequestAsksForHoldsHereToo() {
    Predicate even = Predicate.where(Map.of("parity", List.of("even")));
    Predicate fourth = new Predicate.TextIn("item.id", Set.of("item04"));
    RankRequest request =
        RankRequest.best(5, Set.of())
            .where(even)
            .with(new Adjustments(List.of(new Boost(fourth, 5)), List.of()));

    List<ScoredItem> found = ranker.search(request, content(17), sample.catalogue, NOW);

    assertThat(found.getFirst().id()).isEqualTo(id(4));
    assertThat(found.getFirst().terms().get(Term.RULES)).isEqualTo(5);
    assertThat(found).extracting(ScoredItem::id).doesNotContain(id(17));
  }

  /** The query has the first block alone, so what the second says of an item does not count. */
  @Test
  void blocksThatTheQueryLacksDoNotCount() {
    Catalogue catalogue = twoBlocks();

    List<ScoredItem> found =
        ranker.search(RankRequest.best(3, Set.of()), Embedding.of(1, 0, 0, 0), catalogue, NOW);

    // Of a: (1, 1)/sqrt 2 against (1, 0) is .7071, whatever the second block holds. c has none.
    assertThat(found).extracting(item -> item.id().value()).containsExactly("b", "a", "c");
    assertThat(found.get(0).score()).isEqualTo(1, within(1e-6));
    assertThat(found.get(1).score()).isEqualTo(.7071, within(1e-4));
    assertThat(found.get(2).score()).isZero();
  }

  @Test
  void aQueryOfAnotherSpaceIsRefused() {
    assertThatThrownBy(
            () ->
                ranker.search(
                    RankRequest.best(3, Set.of()), Embedding.of(1, 2), sample.catalogue, NOW))
        .hasMessage("query must have dimension 16, had 2");
  }

  private Catalogue twoBlocks() {
    Map<View, Float> name = Map.of(View.NAME, 1f);
    ContentSpace space =
        new ContentSpace(
            List.of(new ContentBlock("one", 2, 1, name), new ContentBlock("two", 2, 1, name)));
    Catalogue catalogue =
        new Catalogue(FittedModel.unfitted(space), LearnerSettings.defaults(), sample.settings);
    put(catalogue, "a", Embedding.of(1, 1, 5, 5));
    put(catalogue, "b", Embedding.of(.1f, 0, 0, 7));
    put(catalogue, "c", Embedding.of(0, 0, 1, 1));
    return catalogue;
  }

  private static void put(Catalogue catalogue, String id, Embedding content) {
    catalogue.put(
        new CatalogueItem(new io.lorecast.model.ItemId(id), id, true, Map.of(), List.of()),
        Optional.of(content));
  }
}
