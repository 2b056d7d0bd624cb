package io.lorecast.evaluation;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.HeldOutLike;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.Catalogue;
import io.lorecast.ranking.CatalogueItem;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.ranking.ScoredItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges batch models by likes that they have not seen: each user's other likes make a profile, the
 * whole catalogue is ranked by what the model says (behaviour, content, knowledge; neighbours and
 * popularity are not the model's), and the rank of the held-out like counts. O(likes * items). Pure
 * but for the catalogue it fills; belongs to one thread.
 */
public final class HeldOutJudge {

  private static final int CUTOFF = 20;

  private final List<HeldOutLike> likes;
  private final Ranker ranker;
  private final Catalogue catalogue;

  /**
   * Creates a judge.
   *
   * @param items the catalogue; likes of items that are not in it are not asked for
   * @param first any model of the space that the items' contents are in
   */
  public HeldOutJudge(List<FitItem> items, List<HeldOutLike> likes, FittedModel first) {
    RankingSettings settings = RankingSettings.defaults().withBoost(0);
    Set<ItemId> known = items.stream().map(FitItem::id).collect(Collectors.toSet());
    this.likes = likes.stream().filter(like -> known.contains(like.last())).toList();
    this.ranker = new Ranker(settings);
    this.catalogue = new Catalogue(first, LearnerSettings.defaults(), settings);
    items.forEach(item -> catalogue.put(entry(item), item.content()));
  }

  private static CatalogueItem entry(FitItem item) {
    return new CatalogueItem(
        item.id(),
        item.id().value(),
        true,
        Map.of(),
        item.entities().stream().map(HeldOutJudge::link).toList());
  }

  private static CatalogueItem.Link link(EntityId entity) {
    return new CatalogueItem.Link("joined", entity, 1);
  }

  /** Returns how {@code candidate} ranks beside {@code current}, both of the items' space. */
  public ModelComparison compare(FittedModel candidate, FittedModel current) {
    double[] ofCandidate = ndcg(candidate);
    double[] ofCurrent = ndcg(current);
    int n = likes.size();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double difference = ofCandidate[i] - ofCurrent[i];
      sum += difference;
      squares += difference * difference;
    }
    double variance = n < 2 ? 0 : Math.max(0, squares - sum * sum / n) / (n - 1);
    return new ModelComparison(
        n, mean(ofCandidate), mean(ofCurrent), n == 0 ? 0 : Math.sqrt(variance / n));
  }

  /** Returns NDCG@20 of each held-out like. */
  private double[] ndcg(FittedModel model) {
    catalogue.useModel(model);
    return likes.stream()
        .mapToDouble(like -> RankingMetrics.ndcg(ranked(like), Set.of(like.last()), CUTOFF))
        .toArray();
  }

  private List<ItemId> ranked(HeldOutLike like) {
    Set<ItemId> met =
        like.before().entries().stream().map(entry -> entry.item()).collect(Collectors.toSet());
    return ranker
        .rank(
            RankRequest.best(CUTOFF, met),
            like.before(),
            Map.of(),
            catalogue,
            BlendWeights.start(),
            Instant.EPOCH)
        .stream()
        .map(ScoredItem::id)
        .toList();
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElse(0);
  }
}
