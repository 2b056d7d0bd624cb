package io.lorecast.bench.peer;

import java.util.ArrayList;
import java.util.List;

/**
 * Peer: incremental item-based nearest neighbours on likes, plain: two items are as near as the
 * cosine of who likes them, and an item scores the sum over all that the user likes.
 *
 * <p>Source: "Item-Based Top-N Recommendation Algorithms", ACM TOIS 22(1), 2004,
 * doi:10.1145/963770.963776, with all items as neighbours; counted incrementally as in "Item-Based
 * and User-Based Incremental Collaborative Filtering for Web Recommendations", EPIA 2009,
 * doi:10.1007/978-3-642-04686-5_55.
 */
public final class ItemKnn implements StreamPeer {

  private final int[][] together;
  private final int[] likes;
  private final List<List<Integer>> liked = new ArrayList<>();

  /** Creates a recommender that knows nothing yet. */
  public ItemKnn(int users, int items) {
    this.together = new int[items][items];
    this.likes = new int[items];
    for (int user = 0; user < users; user++) {
      liked.add(new ArrayList<>());
    }
  }

  @Override
  public double[] scores(int user) {
    double[] scores = new double[likes.length];
    for (int near : liked.get(user)) {
      double factor = 1 / Math.sqrt(likes[near]);
      for (int item = 0; item < scores.length; item++) {
        scores[item] += factor * together[near][item];
      }
    }
    for (int item = 0; item < scores.length; item++) {
      scores[item] /= Math.sqrt(Math.max(1, likes[item]));
    }
    return scores;
  }

  @Override
  public void learn(int user, int item, boolean isLiked) {
    if (!isLiked) {
      return;
    }
    for (int other : liked.get(user)) {
      together[item][other]++;
      together[other][item]++;
    }
    likes[item]++;
    liked.get(user).add(item);
  }
}
