package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.data.DataException;
import io.lorecast.evaluation.Sample;
import io.lorecast.evaluation.Split;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfflineRunTest {

  private static final BenchData DATA = SyntheticData.data();

  @Test
  void allButChanceAndPopularityFindTheTastes() {
    OfflineRun run = new OfflineRun(WarmSplit.of(DATA, WarmSplit.By.USER, 1), 10, 1);

    Map<String, OfflineRun.Row> rows =
        PeerContender.all().stream()
            .map(run::row)
            .collect(Collectors.toMap(OfflineRun.Row::name, Function.identity()));
    OfflineRun.Row product = run.row(StreamedProduct.of(SyntheticData.tellingTexts()));
    OfflineRun.Row batch = run.row(BatchProduct.of(Contents.ofText(SyntheticData.tellingTexts())));

    double byChance = ndcg(rows, "random");
    assertThat(List.of("itemknn", "bpr", "ials", "ease"))
        .allSatisfy(name -> assertThat(ndcg(rows, name)).isGreaterThan(byChance + .05));
    assertThat(product.metric(OfflineRun.Metric.NDCG).mean()).isGreaterThan(byChance + .05);
    assertThat(batch.metric(OfflineRun.Metric.NDCG).mean()).isGreaterThan(byChance + .05);
    assertThat(product.metric(OfflineRun.Metric.NDCG).count()).isEqualTo(SyntheticData.USERS);
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    OfflineRun run = new OfflineRun(LastLikes.of(DATA), 10, 1);

    for (Contender contender : PeerContender.all()) {
      assertThat(run.row(contender).metrics()).isEqualTo(run.row(contender).metrics());
    }
  }

  @Test
  void meansOverSeedsAreOfTheMeansOfEach() {
    OfflineRun.Metric ndcg = OfflineRun.Metric.NDCG;
    OfflineRun.Row first = new OfflineRun.Row("a", Map.of(ndcg, new Sample(943, .4, .3)), 1);
    OfflineRun.Row second = new OfflineRun.Row("a", Map.of(ndcg, new Sample(943, .6, .3)), 3);

    OfflineRun.Row both =
        OfflineTable.overSeeds(List.of(List.of(first), List.of(second))).getFirst();

    // ((.4 - .5)² + (.6 - .5)²) / 1 = .02
    assertThat(both.metric(ndcg).mean()).isCloseTo(.5, within(1e-12));
    assertThat(both.metric(ndcg).deviation()).isCloseTo(Math.sqrt(.02), within(1e-12));
    assertThat(both.metric(ndcg).count()).isEqualTo(2);
    assertThat(both.fitSeconds()).isEqualTo(2);
  }

  @Test
  void aListIsJudgedByWhatIsWantedAlone() {
    OfflineSplit split = LastLikes.of(DATA);
    OfflineRun run = new OfflineRun(split, 10, 1);

    OfflineRun.Row first = run.row("first", (user, k) -> List.copyOf(wanted(split, user)), 0);
    OfflineRun.Row second =
        run.row(
            "second",
            (user, k) -> List.of(new ItemId("absent"), wanted(split, user).iterator().next()),
            0);

    assertThat(first.metric(OfflineRun.Metric.NDCG).mean()).isEqualTo(1, within(1e-12));
    // At rank 2 the gain is 1 / log2(3).
    assertThat(second.metric(OfflineRun.Metric.NDCG).mean())
        .isEqualTo(Math.log(2) / Math.log(3), within(1e-12));
    assertThat(second.metric(OfflineRun.Metric.RECALL).mean()).isEqualTo(1, within(1e-12));
  }

  @Test
  void noListHoldsWhatTheUserHasMet() {
    OfflineSplit split = WarmSplit.of(DATA, WarmSplit.By.ITEM, 2);

    for (Contender contender : PeerContender.all()) {
      Contender.ListMaker lists = contender.fit(split, 1);
      split
          .wanted()
          .keySet()
          .forEach(
              user ->
                  assertThat(lists.best(user, 50))
                      .doesNotContainAnyElementsOf(split.seen().getOrDefault(user, Set.of()))
                      .hasSizeGreaterThan(10)
                      .doesNotHaveDuplicates());
    }
  }

  @Test
  void ofEachUserOnlyThePastOfTheLastLikeIsLearnedFrom() {
    OfflineSplit split = LastLikes.of(DATA);

    // 30 events each; the last is held out, so 29 are left.
    assertThat(split.training()).hasSize(SyntheticData.USERS * 29);
    assertThat(split.wanted().values()).allSatisfy(wanted -> assertThat(wanted).hasSize(1));
  }

  @Test
  void coldItemsAreNeverSeenAndAloneMayCome() {
    OfflineSplit split = ColdItems.of(DATA, 1);
    Set<ItemId> learned = new HashSet<>();
    split.training().stream().map(Interaction::item).forEach(learned::add);

    split
        .wanted()
        .values()
        .forEach(wanted -> assertThat(learned).doesNotContainAnyElementsOf(wanted));
    assertThat(split.barred()).hasSize(SyntheticData.ITEMS * 4 / 5).containsAll(learned);
  }

  @Test
  void nothingHeldOutIsRefused() {
    OfflineSplit none = OfflineSplit.of(DATA, new Split<>(DATA.stream(), List.of()));

    assertThatThrownBy(() -> new OfflineRun(none, 10, 1)).isInstanceOf(DataException.class);
  }

  private static Set<ItemId> wanted(OfflineSplit split, io.lorecast.model.UserId user) {
    return split.wanted().getOrDefault(user, Set.of());
  }

  private static double ndcg(Map<String, OfflineRun.Row> rows, String name) {
    return rows.get(name).metric(OfflineRun.Metric.NDCG).mean();
  }
}
