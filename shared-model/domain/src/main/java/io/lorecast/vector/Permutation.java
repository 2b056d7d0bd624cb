package io.lorecast.vector;

import java.util.random.RandomGenerator;

/** Orders of ints, changed in place. */
public final class Permutation {

  private Permutation() {}

  /** Puts {@code order} into one of its orders, each as likely as any other. */
  public static void shuffle(int[] order, RandomGenerator random) {
    for (int i = order.length - 1; i > 0; i--) {
      swap(order, i, random.nextInt(i + 1));
    }
  }

  /** Turns {@code order} round. */
  public static void reverse(int[] order) {
    for (int i = 0; i < order.length / 2; i++) {
      swap(order, i, order.length - 1 - i);
    }
  }

  private static void swap(int[] order, int i, int j) {
    int value = order[i];
    order[i] = order[j];
    order[j] = value;
  }
}
