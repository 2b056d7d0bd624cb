package io.lorecast.ranking;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Features;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.vector.VectorMath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ranks users: those like another one, or those an item is for. Pure; thread-safe. */
public final class UserRanker {

  private static final int SHARED = 10;
  private static final int[] PARTS = {Features.BEHAVIOUR, Features.CONTENT, Features.KNOWLEDGE};
  private static final Comparator<Affinity> BEST_FIRST =
      Comparator.comparingDouble((Affinity affinity) -> -affinity.score())
          .thenComparing(affinity -> affinity.user().value());

  private final ProfileBuilder profiles;
  private final HybridScorer scorer;

  /** Creates a ranker. */
  public UserRanker(RankingSettings settings) {
    this.profiles = new ProfileBuilder(settings);
    this.scorer = new HybridScorer(settings);
  }

  /** Returns what a user of {@code history} liked last, at most {@code most}, the newest first. */
  public static List<ItemId> lastLikes(UserHistory history, int most) {
    return RecentItem.of(history, Integer.MAX_VALUE).stream()
        .filter(item -> item.signal() == Signal.LIKED)
        .map(RecentItem::item)
        .limit(most)
        .toList();
  }

  /**
   * Returns those of {@code others} whose taste is most like that of {@code self}, best first. The
   * score is the mean of the cosines of their factors, content and knowledge profiles, at most 1.
   *
   * @param most at most how many
   */
  public List<Affinity> like(
      UserHistory self, List<UserHistory> others, int most, Catalogue catalogue, Instant now) {
    List<ItemId> liked = lastLikes(self, Integer.MAX_VALUE);
    return catalogue.readAt(
        now,
        view -> {
          float[] taste = query(self, view);
          return best(
              others.stream()
                  .map(
                      other ->
                          new Affinity(
                              other.user(), alike(taste, query(other, view)), shared(other, liked)))
                  .toList(),
              most);
        });
  }

  /**
   * Returns those of {@code others} who would like {@code item} most, best first. The score is the
   * share of all other items that score lower for that user, 0 to 1: scores themselves cannot be
   * compared between users. Empty if the item is not in the catalogue.
   *
   * @param near the items by which the others were found
   * @param rows neighbour rows of the items {@link Ranker#rowsWanted} of each of them
   * @param most at most how many
   */
  public List<Affinity> audience(
      ItemId item,
      Collection<ItemId> near,
      List<UserHistory> others,
      Map<ItemId, NeighbourRow> rows,
      Catalogue catalogue,
      BlendWeights weights,
      int most,
      Instant now) {
    return catalogue.readAt(
        now,
        view -> {
          int slot = view.slot(item);
          List<Affinity> affinities = new ArrayList<>();
          for (UserHistory other : slot < 0 ? List.<UserHistory>of() : others) {
            UserProfile profile = profiles.profile(other, rows, view, weights);
            double share = shareBelow(scorer.scores(profile, weights, view).total(), slot, view);
            affinities.add(new Affinity(other.user(), share, shared(other, near)));
          }
          return best(affinities, most);
        });
  }

  private static List<Affinity> best(List<Affinity> affinities, int most) {
    return affinities.stream().sorted(BEST_FIRST).limit(most).toList();
  }

  private float[] query(UserHistory history, CatalogueView view) {
    return profiles.profile(history, Map.of(), view, BlendWeights.start()).query();
  }

  /** Returns the mean of the cosines of the parts that both have; 0 if there is none. */
  private static double alike(float[] one, float[] other) {
    double sum = 0;
    int parts = 0;
    for (int part : PARTS) {
      double norms =
          Math.sqrt(
              (double) VectorMath.dot(one, part, one, part, Features.K)
                  * VectorMath.dot(other, part, other, part, Features.K));
      if (norms > 0) {
        sum += VectorMath.dot(one, part, other, part, Features.K) / norms;
        parts++;
      }
    }
    return parts == 0 ? 0 : Math.min(1, sum / parts);
  }

  /** Returns the share of the other items that score lower than {@code slot}, 0 to 1. */
  private static double shareBelow(float[] scores, int slot, CatalogueView view) {
    int below = 0;
    for (int other = 0; other < scores.length; other++) {
      if (view.items[other] != null && scores[other] < scores[slot]) {
        below++;
      }
    }
    return view.size() < 2 ? 1 : below / (view.size() - 1.);
  }

  private static List<ItemId> shared(UserHistory history, Collection<ItemId> wanted) {
    return lastLikes(history, Integer.MAX_VALUE).stream()
        .filter(wanted::contains)
        .limit(SHARED)
        .toList();
  }
}
