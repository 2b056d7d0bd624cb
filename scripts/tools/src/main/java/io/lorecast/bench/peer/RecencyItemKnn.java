package io.lorecast.bench.peer;

import java.util.ArrayList;
import java.util.List;

/**
 * Peer: incremental item-based nearest neighbours on likes, with recency: two items are near if
 * users liked them near in time (a pair adds nearness^distance), and a user's newest likes count
 * most (recency^k). Shrunk cosine: counts are divided by the roots of both items' likes + 5, so
 * that items with few likes are not near everything. On MovieLens 100K .9 and .8 were the best of
 * 25 pairs of nearness and recency.
 */
public final class RecencyItemKnn implements StreamPeer {

  private static final int REMEMBERED = 50;
  private static final double SHRINKAGE = 5;

  private final double nearness;
  private final double recency;
  private final float[][] together;
  private final int[] likes;
  private final List<List<Integer>> liked = new ArrayList<>();

  public RecencyItemKnn(int users, int items, double nearness, double recency) {
    this.nearness = nearness;
    this.recency = recency;
    this.together = new float[items][items];
    this.likes = new int[items];
    for (int user = 0; user < users; user++) {
      liked.add(new ArrayList<>());
    }
  }

  @Override
  public double[] scores(int user) {
    double[] scores = new double[likes.length];
    List<Integer> mine = liked.get(user);
    double weight = 1;
    for (int k = mine.size() - 1; k >= Math.max(0, mine.size() - REMEMBERED); k--) {
      int near = mine.get(k);
      double factor = weight / Math.sqrt(likes[near] + SHRINKAGE);
      for (int item = 0; item < scores.length; item++) {
        scores[item] += factor * together[near][item];
      }
      weight *= recency;
    }
    for (int item = 0; item < scores.length; item++) {
      scores[item] /= Math.sqrt(likes[item] + SHRINKAGE);
    }
    return scores;
  }

  @Override
  public void learn(int user, int item, boolean isLiked) {
    if (!isLiked) {
      return;
    }
    List<Integer> mine = liked.get(user);
    double amount = 1;
    for (int k = mine.size() - 1; k >= 0 && amount > 1e-3; k--) {
      together[item][mine.get(k)] += (float) amount;
      together[mine.get(k)][item] += (float) amount;
      amount *= nearness;
    }
    likes[item]++;
    mine.add(item);
  }
}
