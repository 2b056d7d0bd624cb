package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.ANNA;
import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static io.lorecast.ranking.SampleCatalogue.liked;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.NeighbourCounters;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What would be without an item, against ranking again. */
class CounterfactualsTest extends Explained {

  @Test
  void withoutTheOnlyLikeAnItemFallsToWhereAStrangerFindsIt() {
    UserHistory history = liked(30);
    List<ScoredItem> items = rank(full(0, history), history);
    List<ItemId> stranger = ids(rank(all(0, history), UserHistory.empty(ANNA)));

    ScoredItem first = items.getFirst();
    Counterfactual counterfactual = counterfactual(first).orElseThrow();
    assertThat(counterfactual.without()).isEqualTo(new MetItem(id(30), "Item 30", true));
    assertThat(counterfactual.rankBefore()).isEqualTo(1);
    assertThat(counterfactual.rankAfter())
        .isEqualTo(1 + stranger.indexOf(first.id()))
        .isGreaterThan(1);
  }

  @Property(tries = 40)
  void theCounterfactualIsTheDeepestFallThatRankingAgainFinds(
      @ForAll("histories") UserHistory history, @ForAll("diversities") double diversity) {
    List<ScoredItem> items = rank(full(diversity, history), history);
    Map<ItemId, List<ItemId>> without = new HashMap<>();
    for (ItemId met : lately(history)) {
      without.put(met, ids(rank(all(diversity, history), history.without(met))));
    }

    for (int i = 0; i < items.size(); i++) {
      ItemId item = items.get(i).id();
      int deepest =
          without.values().stream().mapToInt(ids -> 1 + ids.indexOf(item)).max().orElse(0);
      Optional<Counterfactual> found = counterfactual(items.get(i));
      assertThat(found.isPresent()).isEqualTo(deepest > i + 1);
      int rank = i + 1;
      found.ifPresent(
          counterfactual -> {
            assertThat(counterfactual.rankBefore()).isEqualTo(rank);
            assertThat(counterfactual.rankAfter())
                .isEqualTo(deepest)
                .isEqualTo(1 + without.get(counterfactual.without().id()).indexOf(item));
          });
    }
  }

  @Test
  void anItemLookedAtAndLikedIsNotCalledALikeAloneWhenAllOfItIsTakenOut() {
    UserHistory history =
        UserHistory.empty(ANNA)
            .with(SampleCatalogue.entry(0, 30, Signal.OTHER))
            .with(SampleCatalogue.entry(1, 30, Signal.LIKED));

    ScoredItem item = rank(full(0, history), history).getFirst();

    assertThat(item.reason().orElseThrow().because().orElseThrow().liked()).isTrue();
    assertThat(counterfactual(item).orElseThrow().without().liked()).isFalse();
  }

  @Test
  void aPlaceBelowTheThousandthIsNotCounted() {
    Catalogue catalogue =
        new Catalogue(
            FittedModel.unfitted(ContentSpace.single("letters", 4)),
            LearnerSettings.defaults(),
            sample.settings);
    for (int i = 0; i < 1_100; i++) {
      ItemId popular = new ItemId("popular " + i);
      catalogue.put(item(popular), Optional.empty());
      catalogue.updateCounts(popular, SampleCatalogue.counts(9));
    }
    ItemId near = new ItemId("near");
    catalogue.put(item(near), Optional.empty());
    catalogue.updateCounts(near, new ItemCounts(9, 0, Map.of(), Map.of(), Map.of()));
    NeighbourRow row = new NeighbourRow(Map.of(near, NeighbourCounters.ONE), Map.of());
    UserHistory history = liked(30);

    ScoredItem first =
        ranker
            .rank(
                full(0, history),
                history,
                Map.of(id(30), row),
                catalogue,
                BlendWeights.start(),
                NOW)
            .getFirst();

    // 1.2 * log(1 + 1 / 5 / .001) = 6.4 as a neighbour; the others have at most
    // .7 * log(1 + 9 / .3) + .5 * log(1 + 9 / .3) = 4.1.
    assertThat(first.id()).isEqualTo(near);
    assertThat(counterfactual(first).orElseThrow().rankAfter()).isEqualTo(Counterfactual.DEPTH + 1);
  }

  @Test
  void aStrangerHasNothingToTakeOut() {
    List<ScoredItem> items = rank(full(0, UserHistory.empty(ANNA)), UserHistory.empty(ANNA));

    assertThat(items).hasSize(K).allMatch(item -> item.contributions().isEmpty());
    assertThat(items).allMatch(item -> counterfactual(item).isEmpty());
  }

  @Test
  void similarItemsHaveNothingToTakeOut() {
    RankRequest request = full(0, UserHistory.empty(ANNA));

    assertThat(ranker.similar(request, id(10), sample.rows, sample.catalogue, NOW))
        .hasSize(K)
        .allMatch(item -> item.contributions().isEmpty() && counterfactual(item).isEmpty())
        .allMatch(item -> item.reason().isPresent());
  }

  private static CatalogueItem item(ItemId id) {
    return new CatalogueItem(id, id.value(), true, Map.of(), List.of());
  }

  private static List<ItemId> lately(UserHistory history) {
    return RecentItem.of(history, HistoryGame.APART).stream().map(RecentItem::item).toList();
  }
}
