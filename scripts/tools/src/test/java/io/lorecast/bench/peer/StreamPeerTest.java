package io.lorecast.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StreamPeerTest {

  @Test
  void rankLeavesOutWhatWasSeenAndTiesCountHalf() {
    double[] scores = {5, 3, 3, 3, 1};

    assertThat(StreamPeer.rank(scores, 1, new boolean[5])).isEqualTo(1 + 1 + 1);
    assertThat(StreamPeer.rank(scores, 1, new boolean[] {true, false, false, false, false}))
        .isEqualTo(1 + 1);
  }

  @Test
  void popularityHalvesAfterItsHalfLife() {
    DecayedPopularity peer = new DecayedPopularity(2, 2);
    peer.learn(0, 0, true);
    peer.learn(0, 1, false);
    peer.learn(0, 1, true);

    double[] scores = peer.scores(0);

    assertThat(scores[0] / scores[1]).isEqualTo(.5, within(1e-9));
  }

  @Test
  void itemKnnMatchesTheHandWorkedExample() {
    RecencyItemKnn peer = new RecencyItemKnn(2, 3, .9, .8);
    peer.learn(0, 0, true);
    peer.learn(0, 1, true);
    peer.learn(0, 2, true);
    peer.learn(1, 2, true);

    // From item 2 (2 likes): item 1 adjacent, 1 / sqrt(7 * 6); item 0 two away, .9 of that.
    assertThat(peer.scores(1)[1]).isEqualTo(1 / Math.sqrt(42), within(1e-6));
    assertThat(peer.scores(1)[0]).isEqualTo(.9 / Math.sqrt(42), within(1e-6));
  }
}
