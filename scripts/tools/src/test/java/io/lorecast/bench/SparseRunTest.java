package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.evaluation.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparseRunTest {

  @Test
  void moreEventsFindMore() {
    SparseRun run = new SparseRun(SyntheticData.data(), 1);

    Map<Integer, List<OfflineRun.Row>> rows =
        run.rows(SyntheticData.tellingTexts(), List.of(PeerContender.all().getFirst()));

    assertThat(run.users()).isEqualTo(SyntheticData.USERS / 5);
    assertThat(rows.keySet()).containsExactlyElementsOf(SparseRun.KEPT);
    assertThat(ndcg(rows, 10).mean())
        .isGreaterThan(rows.get(10).get(1).metric(OfflineRun.Metric.NDCG).mean());
    assertThat(ndcg(rows, 10).mean()).isGreaterThanOrEqualTo(ndcg(rows, 1).mean());
    assertThat(rows.values())
        .allSatisfy(
            some ->
                assertThat(some.getFirst().metric(OfflineRun.Metric.NDCG).count())
                    .isEqualTo(run.users()));
  }

  private static Sample ndcg(Map<Integer, List<OfflineRun.Row>> rows, int kept) {
    return rows.get(kept).getFirst().metric(OfflineRun.Metric.NDCG);
  }
}
