package io.lorecast.learning;

/**
 * The constants of a fit. What depends on the data is chosen in the fit, see {@link FactorMap}.
 *
 * @param sweeps alternations of the batch factors from a random start, at least 1
 * @param warmSweeps alternations from the factors of an earlier model, at least 1
 * @param unobserved a0: how much a pair that was not liked weighs against one that was, above 0
 * @param regularisation lambda of the batch factors, scaled by support: a row with n likes among N
 *     is held by {@code regularisation * (n + unobserved * N)}; above 0
 * @param foldInLikes the number of likes whose regularisation the fold-in uses, at least 1
 * @param supportPrior likes after which an item's own factors count as much as the mapped ones
 * @param fusionRidge lambda of the regressions by which the fusion is learned, above 0
 * @param entityScale how much an entity weighs against the unit-length content in the map, unless
 *     held-out items say that another weight foretells more
 * @param entitiesAnItem how many entities of an item count, the rarest first
 * @param mostEntities how many entities are known at most, the most frequent first
 */
public record FitSettings(
    int sweeps,
    int warmSweeps,
    double unobserved,
    double regularisation,
    int foldInLikes,
    double supportPrior,
    double fusionRidge,
    float entityScale,
    int entitiesAnItem,
    int mostEntities) {

  public FitSettings {
    if (sweeps < 1 || warmSweeps < 1 || foldInLikes < 1 || entitiesAnItem < 1 || mostEntities < 0) {
      throw new IllegalArgumentException("sweeps, likes and entities must be at least 1");
    }
    if (!(unobserved > 0 && regularisation > 0 && fusionRidge > 0 && supportPrior >= 0)) {
      throw new IllegalArgumentException("unobserved, regularisation and ridge must be above 0");
    }
  }

  /** Returns these constants with others for the batch factors. */
  public FitSettings withFactors(int otherSweeps, double otherUnobserved, double otherHold) {
    return new FitSettings(
        otherSweeps,
        warmSweeps,
        otherUnobserved,
        otherHold,
        foldInLikes,
        supportPrior,
        fusionRidge,
        entityScale,
        entitiesAnItem,
        mostEntities);
  }

  /** Returns the shipped constants. */
  public static FitSettings defaults() {
    return new FitSettings(10, 3, .1, .02, 10, 5, 5, .3f, 200, 32_768);
  }
}
