package io.lorecast.ranking;

/**
 * The constants of the score; see {@link HybridScorer} for the formula.
 *
 * @param foldInLikes how many of the last likes make the user's factors
 * @param foldInRecency what each newer like leaves of an older one's weight there, in (0, 1]
 * @param lastingLikes how many of the last likes make the user's lasting factors, which score the
 *     items that nobody liked before the last fit: what is new to all fits a lasting taste, while
 *     what others have met fits the moment
 * @param behaviourScale what p·q is multiplied by, so that all terms are of one size
 * @param profileLikes how many of the last likes make the content and knowledge profiles
 * @param profileRecency what each newer like leaves of an older one's weight there, in (0, 1]
 * @param graphHops how far the knowledge term follows edges from what was liked: 1 to the entities
 *     of these items, 2 also to those of the items that share them
 * @param neighbourEvents how many of the last items met have their neighbour rows added
 * @param neighbourRecency what each newer event leaves of an older row's weight, in (0, 1]
 * @param otherShare what the row of an item that was met but not liked weighs against a like's
 * @param neighbourPrior added to the likes of either item before they divide
 * @param neighbourFloor neighbour sums well below this say nothing, above 0
 * @param popularityFloor decayed likes well below this say nothing, above 0
 * @param boost head start of an item that few have met; 0 turns the boost off
 * @param boostShare how much the user's factors count in the boost against its constant part
 * @param boostPopularity how much what is liked of the item so far counts in the boost
 * @param boostBelow items with fewer events than this are boosted
 * @param boostedItems how many boosted items a list may lift, see {@link NewItemLane}
 * @param diversityPool how many of the best items diversity chooses from
 */
public record RankingSettings(
    int foldInLikes,
    double foldInRecency,
    int lastingLikes,
    float behaviourScale,
    int profileLikes,
    double profileRecency,
    int graphHops,
    int neighbourEvents,
    double neighbourRecency,
    float otherShare,
    float neighbourPrior,
    float neighbourFloor,
    float popularityFloor,
    float boost,
    float boostShare,
    float boostPopularity,
    int boostBelow,
    int boostedItems,
    int diversityPool) {

  public RankingSettings {
    if (foldInLikes < 0
        || lastingLikes < 0
        || profileLikes < 0
        || neighbourEvents < 0
        || diversityPool < 1) {
      throw new IllegalArgumentException("numbers of likes, events and items must not be negative");
    }
    if (graphHops < 1 || graphHops > 2) {
      throw new IllegalArgumentException("graph hops must be 1 or 2, were " + graphHops);
    }
    if (!(neighbourFloor > 0 && popularityFloor > 0 && neighbourPrior > 0)) {
      throw new IllegalArgumentException("floors and the prior must be above 0");
    }
    if (!(boost >= 0 && boostPopularity >= 0) || boostBelow < 0 || boostedItems < 0) {
      throw new IllegalArgumentException("the boost must not be negative");
    }
  }

  /** Returns the shipped constants. */
  public static RankingSettings defaults() {
    return new RankingSettings(
        20, .9, 100, 6, 50, .95, 1, 20, .8, .5f, 5, 1e-3f, .3f, .9f, .5f, .3f, 5, 3, 100);
  }

  /** Returns how many of the last likes any part of a profile is made of. */
  int likesRead() {
    return Math.max(lastingLikes, Math.max(foldInLikes, profileLikes));
  }

  /** Returns these constants with the knowledge term following {@code hops} edges. */
  public RankingSettings withGraphHops(int hops) {
    return with(boost, boostedItems, boostPopularity, hops);
  }

  /** Returns these constants with another boost. */
  public RankingSettings withBoost(float other) {
    return withNewItems(other, boostedItems, boostPopularity);
  }

  /** Returns these constants with another boost, for at most {@code items} items of a list. */
  public RankingSettings withNewItems(float other, int items, float popularity) {
    return with(other, items, popularity, graphHops);
  }

  private RankingSettings with(float other, int items, float popularity, int hops) {
    return new RankingSettings(
        foldInLikes,
        foldInRecency,
        lastingLikes,
        behaviourScale,
        profileLikes,
        profileRecency,
        hops,
        neighbourEvents,
        neighbourRecency,
        otherShare,
        neighbourPrior,
        neighbourFloor,
        popularityFloor,
        other,
        boostShare,
        popularity,
        boostBelow,
        items,
        diversityPool);
  }
}
