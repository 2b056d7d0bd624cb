package io.lorecast.bench;

import io.lorecast.learning.BatchFitter;
import io.lorecast.learning.BatchRecommender;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FitSettings;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.TrainingSet;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.CatalogueItem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The batch side of the product, fitted to the training part alone, time left out.
 *
 * @param contents what the encoder says of the items
 */
record BatchProduct(String name, Contents contents) implements Contender {

  static BatchProduct of(Contents contents) {
    return new BatchProduct("Lorecast, batch", contents);
  }

  @Override
  public ListMaker fit(OfflineSplit split, long seed) {
    TrainingSet training = new TrainingSet(InteractionWeights.defaults());
    split.training().forEach(training::add);
    BatchRecommender fitted =
        new BatchFitter(FitSettings.defaults(), BatchFitter.MOST_AUTOENCODED)
            .fit(contents.space(), items(split.data()), training, seed);
    List<ItemId> items = fitted.items();
    return (user, k) -> {
      double[] scores = fitted.scores(split.seen().getOrDefault(user, Set.of()));
      return IntStream.range(0, scores.length)
          .filter(item -> split.mayCome(user, items.get(item)))
          .boxed()
          .sorted(Comparator.comparingDouble(item -> -scores[item]))
          .limit(k)
          .map(items::get)
          .toList();
    };
  }

  private List<FitItem> items(BenchData data) {
    return data.items().stream()
        .map(
            item ->
                Replica.fitItem(
                    CatalogueItem.of(item, data.edges().getOrDefault(item.id(), List.of())),
                    Optional.ofNullable(contents.vectors().get(item.id()))))
        .toList();
  }
}
