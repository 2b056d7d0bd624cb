package io.lorecast.bench.peer;

import java.util.ArrayList;
import java.util.List;

/** A batch peer on a stream: fitted anew every so many likes, as the product's model is. */
public final class Refitted implements StreamPeer {

  private final BatchPeer batch;
  private final int every;
  private final int items;
  private final long seed;
  private final List<List<Integer>> liked = new ArrayList<>();
  private Peer peer;
  private int likes;

  /**
   * Creates it; before the first fit nothing is better than anything.
   *
   * @param every likes from one fit to the next, at least 1
   */
  public Refitted(BatchPeer batch, int every, int users, int items, long seed) {
    this.batch = batch;
    this.every = every;
    this.items = items;
    this.seed = seed;
    this.peer = (user, mine) -> new double[items];
    for (int user = 0; user < users; user++) {
      liked.add(new ArrayList<>());
    }
  }

  @Override
  public double[] scores(int user) {
    return peer.scores(user, array(liked.get(user)));
  }

  @Override
  public void learn(int user, int item, boolean isLiked) {
    if (isLiked && !liked.get(user).contains(item)) {
      liked.get(user).add(item);
      if (++likes % every == 0) {
        int[][] byUser = liked.stream().map(Refitted::array).toArray(int[][]::new);
        peer = batch.fit(new Likes(byUser, items), seed);
      }
    }
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
