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

  @Test
  void plainItemKnnIsTheCosineOfWhoLikesWhat() {
    ItemKnn peer = new ItemKnn(2, 3);
    peer.learn(0, 0, true);
    peer.learn(0, 1, true);
    peer.learn(1, 1, true);
    peer.learn(1, 2, false);

    // Item 0 is liked by one, item 1 by two, both by one: 1 / sqrt(1 * 2); nobody likes item 2.
    assertThat(peer.scores(1)[0]).isEqualTo(1 / Math.sqrt(2), within(1e-12));
    assertThat(peer.scores(1)[2]).isZero();
  }

  @Test
  void gradientStepsRaiseWhatIsLiked() {
    Isgd isgd = new Isgd(1, 3, 1);
    Bpr bpr = new Bpr(1, 3, Bpr.Settings.stream(), 1);
    for (int time = 0; time < 200; time++) {
      isgd.learn(0, 1, true);
      bpr.learn(0, 1, true);
    }

    // ISGD draws the product towards 1, held back a little by the regularisation.
    assertThat(isgd.scores(0)[1]).isEqualTo(0, within(.05)).isGreaterThan(isgd.scores(0)[0]);
    assertThat(bpr.scores(0)[1]).isGreaterThan(Math.max(bpr.scores(0)[0], bpr.scores(0)[2]));
  }

  @Test
  void aBatchPeerIsFittedEverySoManyLikes() {
    Refitted peer =
        new Refitted(
            (likes, seed) -> (user, liked) -> new double[] {likes.size(), liked.length},
            2,
            1,
            3,
            1);
    peer.learn(0, 0, true);
    assertThat(peer.scores(0)).containsExactly(0, 0, 0);

    peer.learn(0, 1, true);
    peer.learn(0, 1, true);
    peer.learn(0, 2, true);

    // Fitted to two likes, asked with three; the same like twice counts once.
    assertThat(peer.scores(0)).containsExactly(2, 3);
  }

  @Test
  void chanceIsSeededAndLearnsNothing() {
    RandomOrder order = new RandomOrder(3, 1);
    order.learn(0, 0, true);

    assertThat(order.scores(0)).containsExactly(new RandomOrder(3, 1).scores(0));
  }
}
