package io.lorecast.learning;

/**
 * The constants of a fit.
 *
 * @param sweeps alternations of the batch factors, at least 1
 * @param unobserved a0: how much a pair that was not liked weighs against one that was, above 0
 * @param regularisation lambda of the batch factors, scaled by support: a row with n likes among N
 *     is held by {@code regularisation * (n + unobserved * N)}; above 0
 * @param foldInLikes the number of likes whose regularisation the fold-in uses, at least 1
 * @param supportPrior likes after which an item's own factors count as much as the mapped ones
 * @param ridge lambda of the map from knowledge to factors, above 0
 * @param entityScale how much an entity weighs against the unit-length content in that map
 * @param graphDocuments least number of items an entity must touch to be a graph feature
 * @param mapDocuments least number of items an entity must touch to be in the map
 * @param entitiesAnItem how many entities of an item count, the rarest first
 * @param mapEntities how many entities the map knows at most, the most frequent first
 */
public record FitSettings(
    int sweeps,
    double unobserved,
    double regularisation,
    int foldInLikes,
    double supportPrior,
    double ridge,
    float entityScale,
    int graphDocuments,
    int mapDocuments,
    int entitiesAnItem,
    int mapEntities) {

  public FitSettings {
    if (sweeps < 1 || foldInLikes < 1 || entitiesAnItem < 1 || mapEntities < 0) {
      throw new IllegalArgumentException("sweeps, likes and entities must be at least 1");
    }
    if (!(unobserved > 0 && regularisation > 0 && ridge > 0 && supportPrior >= 0)) {
      throw new IllegalArgumentException("unobserved, regularisation and ridge must be above 0");
    }
  }

  /** Returns the shipped constants. */
  public static FitSettings defaults() {
    return new FitSettings(10, .1, .02, 10, 5, 5, .3f, 5, 8, 16, 1_024);
  }

  /**
   * Returns {@code documents}, or fewer for a small catalogue, never fewer than 2: an entity of one
   * item says nothing of another.
   */
  static int scaled(int documents, int items) {
    return Math.clamp(items / 300, 2, Math.max(2, documents));
  }
}
