package io.lorecast.peers;

import java.util.List;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.common.FastByIDMap;
import org.apache.mahout.cf.taste.impl.common.FastIDSet;
import org.apache.mahout.cf.taste.impl.model.GenericBooleanPrefDataModel;
import org.apache.mahout.cf.taste.impl.recommender.GenericBooleanPrefItemBasedRecommender;
import org.apache.mahout.cf.taste.impl.similarity.CachingItemSimilarity;
import org.apache.mahout.cf.taste.impl.similarity.LogLikelihoodSimilarity;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.recommender.IDRescorer;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;
import org.apache.mahout.cf.taste.recommender.Recommender;

/** Apache Mahout's item-based recommender for likes, with log-likelihood similarity. */
final class Mahout {

  /** Bars what the user has met without liking it; Mahout itself bars what the user likes. */
  private record Met(Training training, int user) implements IDRescorer {

    @Override
    public double rescore(long item, double score) {
      return score;
    }

    @Override
    public boolean isFiltered(long item) {
      return !training.mayCome(user, (int) item);
    }
  }

  private Mahout() {}

  /** Returns it fitted; it draws nothing. */
  static Library.Lists itemBased(Training training, long seed) throws TasteException {
    DataModel model = new GenericBooleanPrefDataModel(likes(training));
    Recommender recommender =
        new GenericBooleanPrefItemBasedRecommender(
            model,
            // Each pair once: it computes them anew for each user otherwise.
            new CachingItemSimilarity(
                new LogLikelihoodSimilarity(model), model.getNumItems() * model.getNumItems()));
    return (user, k) ->
        training.likes().getOrDefault(user, List.of()).isEmpty()
            ? List.of()
            : recommender.recommend(user, k, new Met(training, user)).stream()
                .map(RecommendedItem::getItemID)
                .map(Math::toIntExact)
                .toList();
  }

  private static FastByIDMap<FastIDSet> likes(Training training) {
    FastByIDMap<FastIDSet> likes = new FastByIDMap<>();
    training
        .likes()
        .forEach(
            (user, liked) -> {
              FastIDSet items = new FastIDSet();
              liked.forEach(item -> items.add(item.longValue()));
              if (!items.isEmpty()) {
                likes.put(user.longValue(), items);
              }
            });
    return likes;
  }
}
