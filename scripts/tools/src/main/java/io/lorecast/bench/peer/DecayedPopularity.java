package io.lorecast.bench.peer;

/** Peer: likes of each item, halved every so many events. */
public final class DecayedPopularity implements StreamPeer {

  private final double[] likes;
  private final double growth;
  private double amount = 1;

  public DecayedPopularity(int items, double halfLifeEvents) {
    this.likes = new double[items];
    this.growth = Math.pow(2, 1 / halfLifeEvents);
  }

  @Override
  public double[] scores(int user) {
    return likes;
  }

  @Override
  public void learn(int user, int item, boolean liked) {
    amount *= growth;
    if (liked) {
      likes[item] += amount;
    }
    if (amount > 1e200) {
      for (int i = 0; i < likes.length; i++) {
        likes[i] /= amount;
      }
      amount = 1;
    }
  }
}
