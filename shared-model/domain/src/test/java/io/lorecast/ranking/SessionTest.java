package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.ANNA;
import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Signal;
import io.lorecast.learning.Term;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTest {

  private final SampleCatalogue sample = new SampleCatalogue();
  private final Ranker ranker = new Ranker(sample.settings);

  @Test
  void oneLookIsEnoughToKnowAStranger() {
    List<ScoredItem> popular = rank(UserHistory.empty(ANNA));
    List<ScoredItem> items = rank(UserHistory.empty(ANNA), id(1));

    assertThat(ids(items)).isNotEqualTo(ids(popular));
    assertThat(items).filteredOn(item -> genre(item) == 1).hasSizeGreaterThan(3);
    assertThat(items.getFirst().reason().orElseThrow().because().orElseThrow().id())
        .isEqualTo(id(1));
    assertThat(looking(id(1)).sessionSpeaksFor(UserHistory.empty(ANNA))).isTrue();
  }

  @Test
  void aLookAtSomethingElseBringsItNearAndLeavesTheTaste() {
    List<ScoredItem> before = rank(liked(0, 3, 6));
    List<ScoredItem> items = rank(liked(0, 3, 6), id(1));

    ScoredItem neighbour =
        items.stream().filter(item -> genre(item) == 0).findFirst().orElseThrow();
    assertThat(neighbour.terms().get(Term.CONTENT))
        .isEqualTo(
            before.stream()
                .filter(item -> item.id().equals(neighbour.id()))
                .findFirst()
                .orElseThrow()
                .terms()
                .get(Term.CONTENT));
    assertThat(looking(id(1)).sessionSpeaksFor(liked(0, 3, 6))).isFalse();
  }

  @Test
  void itStandsAfterWhatTheHistoryHoldsAndIsNotWrittenDown() {
    UserHistory history = liked(0, 3);

    UserHistory folded = Session.fold(history, List.of(id(4), id(5)));

    assertThat(folded.entries())
        .extracting(e -> e.item())
        .containsExactly(id(0), id(3), id(4), id(5));
    assertThat(folded.entries().getLast().signal()).isEqualTo(Signal.OTHER);
    assertThat(folded.entries()).isSorted();
    assertThat(history.entries()).hasSize(2);
    assertThat(Session.fold(history, List.of())).isSameAs(history);
    assertThat(ranker.rowsWanted(history, List.of(id(4), id(3)), ExplanationLevel.SHORT))
        .containsExactly(id(3), id(4), id(0));
  }

  private List<ScoredItem> rank(UserHistory history, ItemId... session) {
    return ranker.rank(
        looking(session), history, sample.rows, sample.catalogue, BlendWeights.start(), NOW);
  }

  private static RankRequest looking(ItemId... session) {
    return RankRequest.best(20, Set.of(session)).withSession(List.of(session));
  }

  private static List<ItemId> ids(List<ScoredItem> items) {
    return items.stream().map(ScoredItem::id).toList();
  }

  private static int genre(ScoredItem item) {
    return Integer.parseInt(item.id().value().substring(4)) % 3;
  }
}
