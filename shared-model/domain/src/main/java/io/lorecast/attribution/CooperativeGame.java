package io.lorecast.attribution;

/**
 * What each coalition of some players achieves, in several outcomes at once. The same coalition
 * always achieves the same.
 */
public interface CooperativeGame {

  /** The most players that a coalition, a set of bits, can hold. */
  int MOST_PLAYERS = 62;

  /** Returns how many players there are, 0 to {@link #MOST_PLAYERS}. */
  int players();

  /** Returns how many outcomes there are. */
  int outcomes();

  /**
   * Replaces {@code target}, shape [outcomes], by what {@code coalition} achieves.
   *
   * @param coalition bit p is set if player p takes part
   */
  void value(long coalition, double[] target);
}
