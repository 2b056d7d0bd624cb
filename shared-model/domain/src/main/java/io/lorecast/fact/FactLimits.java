package io.lorecast.fact;

/**
 * How much of what a language model says is believed.
 *
 * @param facts at most how many facts of one item
 * @param sameRelation at most how many of them of one relation
 * @param nameLength at most how many characters a name may have
 * @param leastConfidence the least confidence of a fact, in [0, 1]
 * @param trust the weight of an edge that the model is certain of, in (0, 1]; others have the
 *     product with their confidence
 */
public record FactLimits(
    int facts, int sameRelation, int nameLength, double leastConfidence, double trust) {

  /** Names become entity ids of at most 205 characters, types included. */
  static final int LONGEST_NAME = 150;

  /** Half of the edges that one kg-updated event may have: the other half may be withdrawn. */
  private static final int MOST_FACTS = 250;

  public FactLimits {
    require("facts", facts, MOST_FACTS);
    require("sameRelation", sameRelation, MOST_FACTS);
    require("nameLength", nameLength, LONGEST_NAME);
    if (!(leastConfidence >= 0 && leastConfidence <= 1)) {
      throw new IllegalArgumentException("leastConfidence must be 0 to 1, was " + leastConfidence);
    }
    if (!(trust > 0 && trust <= 1)) {
      throw new IllegalArgumentException("trust must be above 0 and at most 1, was " + trust);
    }
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be 1 to " + most + ", was " + value);
    }
  }
}
