package io.lorecast.learning;

import io.lorecast.vector.Permutation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A share of each user's likes, drawn at random and held out to choose constants by; likes of any
 * time, where {@link HoldOut} takes the last ones.
 *
 * @param rest what may be learned from
 * @param judged positions of the users whose likes are held out, drawn at random
 * @param wanted the items held out of each of them
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the fit
record HeldOutShare(TrainingSet.Likes rest, int[] judged, int[][] wanted) {

  private static final int CUTOFF = 10;

  /**
   * Draws a share of {@code likes}.
   *
   * @param share of each judged user's likes, rounded down, in (0, 1)
   * @param mostUsers from how many users at most something is held out
   */
  static HeldOutShare of(
      TrainingSet.Likes likes, double share, int mostUsers, RandomGenerator random) {
    List<int[]> rest = new ArrayList<>(Arrays.asList(likes.byUser()));
    int[] users =
        IntStream.range(0, rest.size())
            .filter(user -> (int) (share * rest.get(user).length) > 0)
            .toArray();
    Permutation.shuffle(users, random);
    int[] judged = Arrays.copyOf(users, Math.min(mostUsers, users.length));
    int[][] wanted = new int[judged.length][];
    for (int row = 0; row < judged.length; row++) {
      int[] liked = likes.byUser()[judged[row]].clone();
      Permutation.shuffle(liked, random);
      int kept = liked.length - (int) (share * liked.length);
      wanted[row] = Arrays.copyOfRange(liked, kept, liked.length);
      int[] ofUser = Arrays.copyOf(liked, kept);
      Arrays.sort(ofUser);
      rest.set(judged[row], ofUser);
    }
    return new HeldOutShare(TrainingSet.Likes.of(rest, likes.byItem().length), judged, wanted);
  }

  /** Returns what is left of the likes of the judged user at {@code row}. */
  int[] liked(int row) {
    return rest.byUser()[judged[row]];
  }

  /** Returns the mean NDCG@10 of the judged users; 0 without any. */
  double ndcg(LikesScorer scorer) {
    return IntStream.range(0, judged.length)
        .mapToDouble(row -> ndcg(row, scorer.scores(liked(row))))
        .average()
        .orElse(0);
  }

  /**
   * Returns NDCG@10 of the judged user at {@code row}, the items left to them not counted.
   *
   * @param scores of all items; those of the items left to the user are overwritten
   */
  double ndcg(int row, double[] scores) {
    for (int item : liked(row)) {
      scores[item] = Double.NEGATIVE_INFINITY;
    }
    double gain = 0;
    double ideal = 0;
    for (int place = 0; place < wanted[row].length; place++) {
      gain += discount(rank(wanted[row][place], scores));
      ideal += discount(place);
    }
    return gain / ideal;
  }

  private static int rank(int wanted, double[] scores) {
    int before = 0;
    for (int item = 0; item < scores.length; item++) {
      if (scores[item] > scores[wanted] || (scores[item] == scores[wanted] && item < wanted)) {
        before++;
      }
    }
    return before;
  }

  private static double discount(int place) {
    return place < CUTOFF ? 1 / (Math.log(place + 2.0) / Math.log(2)) : 0;
  }
}
