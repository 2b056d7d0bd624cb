package io.lorecast.bench;

import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.Map;

/**
 * The product after the training part has streamed through it in the order of time, its weights
 * learned on the way, and after a last fit of the model.
 *
 * @param contents what the encoder says of the items
 * @param boost head start of items few have met
 */
record StreamedProduct(String name, Map<ItemId, Embedding> contents, float boost)
    implements Contender {

  /** Returns the product as it is shipped, but for the boost of new items, which costs hits. */
  static StreamedProduct of(Map<ItemId, Embedding> contents) {
    return new StreamedProduct("Lorecast", contents, 0);
  }

  @Override
  public ListMaker fit(OfflineSplit split, long seed) {
    BenchData training =
        new BenchData(split.data().items(), split.data().edges(), split.training());
    StreamRun run =
        new StreamRun(training, contents, StreamOptions.of(seed).withBoost(boost).withoutRanking());
    run.run();
    run.refit();
    return (user, k) -> run.best(user, k, 0, training.stream().getLast().at());
  }
}
