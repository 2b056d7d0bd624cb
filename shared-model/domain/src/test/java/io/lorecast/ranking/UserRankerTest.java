package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.NOW;
import static io.lorecast.ranking.SampleCatalogue.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserRankerTest {

  private static final UserHistory ANN = user("ann", 0, 3, 6);
  private static final UserHistory TWIN = user("twin", 0, 3, 6);
  private static final UserHistory NEAR = user("near", 9, 12, 6);
  private static final UserHistory FAR = user("far", 1, 4, 7);
  private static final UserHistory NEW = UserHistory.empty(new UserId("new"));

  private final SampleCatalogue sample = new SampleCatalogue();
  private final UserRanker ranker = new UserRanker(sample.settings);

  @Test
  void whoLikesTheSameIsMostAlike() {
    List<Affinity> users =
        ranker.like(ANN, List.of(FAR, NEW, NEAR, TWIN), 10, sample.catalogue, NOW);

    assertThat(users).extracting(Affinity::user).startsWith(TWIN.user(), NEAR.user()).hasSize(4);
    assertThat(users.get(0).score()).isEqualTo(1, within(1e-6));
    assertThat(users.get(0).shared()).containsExactly(id(6), id(3), id(0));
    assertThat(users.get(1).shared()).containsExactly(id(6));
    assertThat(users).allMatch(user -> user.score() <= 1);
    assertThat(users)
        .filteredOn(user -> user.user().equals(NEW.user()))
        .allMatch(user -> user.score() == 0 && user.shared().isEmpty());
  }

  @Test
  void theAudienceOfAnItemIsWhoWouldRankItHighest() {
    List<Affinity> users = audience(id(15), 10);

    assertThat(users).extracting(Affinity::user).first().isIn(ANN.user(), NEAR.user());
    assertThat(users).extracting(Affinity::user).last().isIn(FAR.user(), NEW.user());
    assertThat(users.getFirst().shared()).contains(id(6));
    for (Affinity user : users) {
      if (!user.user().equals(NEW.user())) {
        assertThat(user.score()).isEqualTo(shareRankedBelow(user.user(), id(15)), within(1e-9));
      }
    }
  }

  @Test
  void noMoreComeThanAskedForAndNobodyWantsWhatIsNotThere() {
    assertThat(audience(id(15), 2)).hasSize(2);
    assertThat(audience(new ItemId("gone"), 2)).isEmpty();
    assertThat(ranker.like(ANN, List.of(FAR, NEAR), 1, sample.catalogue, NOW)).hasSize(1);
  }

  /** Of the 59 other items, those that a ranking of all has after the item. */
  private double shareRankedBelow(UserId user, ItemId item) {
    UserHistory history =
        List.of(ANN, NEAR, FAR).stream()
            .filter(h -> h.user().equals(user))
            .findFirst()
            .orElseThrow();
    List<ItemId> ranked =
        new Ranker(sample.settings.withBoost(0))
                .rank(
                    RankRequest.best(SampleCatalogue.ITEMS, Set.of()),
                    history,
                    sample.rows,
                    sample.catalogue,
                    BlendWeights.start(),
                    NOW)
                .stream()
                .map(ScoredItem::id)
                .toList();
    return (SampleCatalogue.ITEMS - 1 - ranked.indexOf(item)) / (SampleCatalogue.ITEMS - 1.);
  }

  private List<Affinity> audience(ItemId item, int k) {
    return ranker.audience(
        item,
        Set.of(id(6)),
        List.of(FAR, NEW, NEAR, ANN),
        sample.rows,
        sample.catalogue,
        BlendWeights.start(),
        k,
        NOW);
  }

  private static UserHistory user(String name, int... items) {
    UserHistory history = UserHistory.empty(new UserId(name));
    for (int item : items) {
      history = history.with(SampleCatalogue.entry(history.entries().size(), item, Signal.LIKED));
    }
    return history;
  }
}
