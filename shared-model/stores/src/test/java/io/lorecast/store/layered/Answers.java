package io.lorecast.store.layered;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FitListener;
import io.lorecast.learning.FitSettings;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.ModelFitter;
import io.lorecast.learning.TrainingSet;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.Catalogue;
import io.lorecast.ranking.CatalogueItem;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.ranking.ScoredItem;
import io.lorecast.store.Answer;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What users are recommended once a sweep has read the log, scores, terms and reasons and all.
 *
 * @param model the name of the fitted model, which is a hash of its bytes
 */
record Answers(String model, Map<UserId, List<ScoredItem>> byUser) {

  private static final int DIMENSION = 8;
  private static final ContentSpace SPACE = ContentSpace.single("letters", DIMENSION);
  private static final int K = 10;
  private static final long SEED = 7;

  /** Sweeps the log of {@code stores} and asks for every user of what was {@code learned}. */
  static Answers of(Stores stores, Learned learned, Instant now) {
    TrainingSet training = new TrainingSet(InteractionWeights.defaults());
    Answer.of(stores.feedbackLog().all()).forEach(training::add);
    List<FitItem> items =
        learned.counts().keySet().stream()
            .sorted((a, b) -> a.value().compareTo(b.value()))
            .map(item -> new FitItem(item, Optional.of(content(item)), Set.of()))
            .toList();
    FittedModel model =
        new ModelFitter(FitSettings.defaults(), FitListener.NONE).fit(SPACE, items, training, SEED);
    Catalogue catalogue =
        new Catalogue(model, LearnerSettings.defaults(), RankingSettings.defaults());
    for (FitItem item : items) {
      catalogue.put(
          new CatalogueItem(item.id(), item.id().value(), true, Map.of(), List.of()),
          item.content());
      catalogue.updateCounts(item.id(), learned.counts().getOrDefault(item.id(), ItemCounts.NONE));
    }
    Map<UserId, List<ScoredItem>> byUser = new HashMap<>();
    learned
        .histories()
        .forEach((user, history) -> byUser.put(user, rank(learned, history, catalogue, now)));
    return new Answers(StoredModel.of(model).version().name(), byUser);
  }

  private static List<ScoredItem> rank(
      Learned learned, UserHistory history, Catalogue catalogue, Instant now) {
    return new Ranker(RankingSettings.defaults())
        .rank(
            RankRequest.best(K, Set.of()),
            history,
            learned.rows(),
            catalogue,
            BlendWeights.start(),
            now);
  }

  private static Embedding content(ItemId item) {
    Random random = new Random(item.value().hashCode());
    float[] values = new float[DIMENSION];
    IntStream.range(0, DIMENSION).forEach(d -> values[d] = (float) random.nextGaussian());
    return Embedding.of(values);
  }
}
