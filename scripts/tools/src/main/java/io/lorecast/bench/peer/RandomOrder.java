package io.lorecast.bench.peer;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Peer: any order is as good as another; what chance gives. */
public final class RandomOrder implements StreamPeer {

  private final int items;
  private final RandomGenerator random;

  /** Creates an order that is drawn anew each time. */
  public RandomOrder(int items, long seed) {
    this.items = items;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @Override
  public double[] scores(int user) {
    return random.doubles(items).toArray();
  }

  @Override
  public void learn(int user, int item, boolean liked) {
    // Chance learns nothing.
  }
}
