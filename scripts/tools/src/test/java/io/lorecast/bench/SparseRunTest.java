package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.evaluation.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparseRunTest {

  @Test
  void moreEventsFindMore() {
    SparseRun run = new SparseRun(SyntheticData.data(), SparseRun.Who.RANDOM, 1);

    Map<Integer, List<OfflineRun.Row>> rows =
        run.rows(SyntheticData.tellingTexts(), List.of(PeerContender.all().getFirst()));

    assertThat(run.cut().size()).isEqualTo(SyntheticData.USERS / 5);
    assertThat(rows.keySet()).containsExactlyElementsOf(SparseRun.KEPT);
    assertThat(ndcg(rows, 10).mean())
        .isGreaterThan(rows.get(10).get(1).metric(OfflineRun.Metric.NDCG).mean());
    assertThat(ndcg(rows, 10).mean()).isGreaterThanOrEqualTo(ndcg(rows, 1).mean());
    assertThat(rows.values())
        .allSatisfy(
            some ->
                assertThat(some.getFirst().metric(OfflineRun.Metric.NDCG).count())
                    .isEqualTo(run.cut().size()));
  }

  @Test
  void theNewestAreThoseWhoseFirstEventCameLast() {
    SparseRun run = new SparseRun(SyntheticData.data(), SparseRun.Who.NEWEST, 1);

    // The users begin in turns, u0 first: the last fifth of 40 is u32 to u39.
    assertThat(run.cut())
        .containsExactlyInAnyOrderElementsOf(
            java.util.stream.IntStream.range(32, 40)
                .mapToObj(user -> new io.lorecast.model.UserId("u" + user))
                .toList());
  }

  private static Sample ndcg(Map<Integer, List<OfflineRun.Row>> rows, int kept) {
    return rows.get(kept).getFirst().metric(OfflineRun.Metric.NDCG);
  }
}
