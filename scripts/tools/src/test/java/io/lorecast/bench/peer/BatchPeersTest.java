package io.lorecast.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchPeersTest {

  private static final int ITEMS = 40;

  @Test
  void easeMatchesTheHandWorkedExample() {
    // Who likes what: {0, 1}, {0, 1}, {0}. G + I = [4 2; 2 3], P = [3 -2; -2 4] / 8.
    Likes likes = new Likes(new int[][] {{0, 1}, {0, 1}, {0}}, 2);

    Peer ease = new Ease(1).fit(likes, 1);

    // From 0 to 1: 2/4; from 1 to 0: 2/3; an item says nothing of itself.
    assertThat(ease.scores(2, new int[] {0})).containsExactly(new double[] {0, .5}, within(1e-12));
    assertThat(ease.scores(2, new int[] {1}))
        .containsExactly(new double[] {2 / 3.0, 0}, within(1e-12));
  }

  @Test
  void likesKnowBothWaysRound() {
    Likes likes = new Likes(new int[][] {{0, 1}, {1}}, 3);

    assertThat(likes.size()).isEqualTo(3);
    assertThat(likes.byItem()).isDeepEqualTo(new int[][] {{0}, {0, 1}, {}});
  }

  @Test
  void popularityCountsAndNothingElse() {
    Likes likes = new Likes(new int[][] {{0, 1}, {1}}, 3);

    Peer popularity = Peers.batch().get("popularity").fit(likes, 1);

    assertThat(popularity.scores(0, new int[0])).containsExactly(1, 2, 0);
  }

  @Test
  void allThatLearnTellTwoTastesApart() {
    Likes likes = twoTastes();

    Peers.batch()
        .forEach(
            (name, batch) -> {
              if (!name.equals("random") && !name.equals("popularity")) {
                double[] scores = batch.fit(likes, 1).scores(0, likes.byUser()[0]);
                assertThat(mean(scores, 0)).as(name).isGreaterThan(mean(scores, 1));
              }
            });
  }

  @Test
  void theSeedDecides() {
    Likes likes = twoTastes();

    Peers.batch()
        .forEach(
            (name, batch) ->
                assertThat(batch.fit(likes, 7).scores(0, likes.byUser()[0]))
                    .as(name)
                    .containsExactly(batch.fit(likes, 7).scores(0, likes.byUser()[0])));
  }

  /** 30 users like 10 of the even items, or 10 of the odd ones. */
  private static Likes twoTastes() {
    Random random = new Random(1);
    int[][] byUser = new int[30][];
    for (int user = 0; user < byUser.length; user++) {
      int taste = user % 2;
      byUser[user] =
          random.ints(0, ITEMS / 2).distinct().limit(10).map(item -> 2 * item + taste).toArray();
    }
    return new Likes(byUser, ITEMS);
  }

  private static double mean(double[] scores, int taste) {
    double sum = 0;
    for (int item = taste; item < scores.length; item += 2) {
      sum += scores[item];
    }
    return sum;
  }
}
