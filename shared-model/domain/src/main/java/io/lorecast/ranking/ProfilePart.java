package io.lorecast.ranking;

import io.lorecast.learning.Features;
import io.lorecast.learning.Term;

/**
 * The content or the knowledge term: the normalised, decayed sum of the last likes among the
 * members. Its length comes from the products of the likes with each other.
 */
final class ProfilePart implements HistoryPart {

  private final Term term;
  private final LikedRows liked;
  private final double recency;

  /** x_a·x_b, shape [rows, rows]. */
  private final double[] among;

  /** x_a·x_i, shape [rows, items]. */
  private final double[] products;

  private final int[] chosen;

  private ProfilePart(
      Term term, LikedRows liked, RankingSettings settings, double[] among, double[] products) {
    this.term = term;
    this.liked = liked;
    this.recency = settings.profileRecency();
    this.among = among;
    this.products = products;
    this.chosen = new int[settings.profileLikes()];
  }

  static ProfilePart content(RankingSettings settings, LikedRows liked, float[] items) {
    return of(Term.CONTENT, Features.CONTENT, settings, liked, items);
  }

  static ProfilePart knowledge(RankingSettings settings, LikedRows liked, float[] items) {
    return of(Term.KNOWLEDGE, Features.KNOWLEDGE, settings, liked, items);
  }

  private static ProfilePart of(
      Term term, int part, RankingSettings settings, LikedRows liked, float[] items) {
    int rows = liked.count();
    float[] likes = liked.features();
    return new ProfilePart(
        term,
        liked,
        settings,
        products(likes, rows, likes, rows, part),
        products(likes, rows, items, items.length / Features.SIZE, part));
  }

  private static double[] products(float[] of, int rows, float[] with, int columns, int part) {
    double[] products = new double[rows * columns];
    for (int a = 0; a < rows; a++) {
      for (int b = 0; b < columns; b++) {
        double sum = 0;
        for (int d = part; d < part + Features.K; d++) {
          sum += (double) of[a * Features.SIZE + d] * with[b * Features.SIZE + d];
        }
        products[a * columns + b] = sum;
      }
    }
    return products;
  }

  @Override
  public Term term() {
    return term;
  }

  @Override
  public void addTo(double[] values, int[] members, int count, double weight) {
    int likes = liked.choose(members, count, chosen);
    double length = length(likes);
    double decay = length > 0 ? weight / length : 0;
    for (int a = 0; a < likes; a++) {
      HistoryPart.addRow(values, decay, products, chosen[a]);
      decay *= recency;
    }
  }

  /** Returns |sum over a of recency^a x_a| over the likes chosen. */
  private double length(int likes) {
    double squares = 0;
    double decay = 1;
    for (int a = 0; a < likes; a++) {
      int row = chosen[a] * liked.count();
      double others = 0;
      double earlier = 1;
      for (int b = 0; b < a; b++) {
        others += earlier * among[row + chosen[b]];
        earlier *= recency;
      }
      squares += decay * (decay * among[row + chosen[a]] + 2 * others);
      decay *= recency;
    }
    return Math.sqrt(Math.max(0, squares));
  }
}
