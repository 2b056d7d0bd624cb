package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.bench.peer.Peers;
import io.lorecast.data.DataException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamPeersTest {

  @Test
  void everyPeerSeesTheSameLikes() {
    BenchData data = SyntheticData.data();
    StreamPeers peers = new StreamPeers(data, List.copyOf(Peers.stream().keySet()), 1);

    data.stream().forEach(like -> peers.see(like, true, true, 5));

    assertThat(peers.reports())
        .hasSize(Peers.stream().size())
        .allSatisfy(report -> assertThat(report.all.count()).isEqualTo(data.stream().size()));
    // By chance 20 of the 170 to 200 items that are left hold the next like.
    assertThat(peers.reports().getFirst().all.hitRate()).isEqualTo(.108, within(.03));
    assertThat(peers.reports())
        .filteredOn(report -> report.name.startsWith("itemknn") || report.name.equals("bpr"))
        .allSatisfy(report -> assertThat(report.all.hitRate()).isGreaterThan(.15));
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> new StreamPeers(SyntheticData.data(), List.of("svd"), 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("isgd")
        .hasMessageContaining("svd");
  }

  @Test
  void progressHasAPointForEachWholeWindow() {
    StreamReport report = new StreamReport("any");
    for (int like = 0; like < 2 * StreamReport.LIKES_A_POINT + 1; like++) {
      report.add(like < StreamReport.LIKES_A_POINT ? 1 : 0, false, false);
    }

    assertThat(report.progress()).containsExactly(1.0, 0.0);
  }
}
