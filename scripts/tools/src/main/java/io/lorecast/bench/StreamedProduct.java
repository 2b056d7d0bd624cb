package io.lorecast.bench;

import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.Map;

/**
 * The product after the training part has streamed through it in the order of time, and after a
 * last fit of the model. Without the boost of new items, which is a policy that costs hits.
 *
 * @param contents what the encoder says of the items
 * @param learnWeights whether the weights of the terms are learned on the way
 */
record StreamedProduct(String name, Contents contents, boolean learnWeights) implements Contender {

  static StreamedProduct of(Map<ItemId, Embedding> contents) {
    return new StreamedProduct("Lorecast", Contents.ofText(contents), true);
  }

  @Override
  public ListMaker fit(OfflineSplit split, long seed) {
    StreamRun run = run(split, seed);
    return lists(run, split);
  }

  /** Returns the product after the training part. */
  StreamRun run(OfflineSplit split, long seed) {
    BenchData training =
        new BenchData(split.data().items(), split.data().edges(), split.training());
    StreamRun run = new StreamRun(training, contents, StreamOptions.learning(seed, learnWeights));
    run.run();
    run.refit();
    return run;
  }

  /** Returns the lists of {@code run} at the end of the training part. */
  static ListMaker lists(StreamRun run, OfflineSplit split) {
    return (user, k) -> run.best(user, k, split.barred(), 0, split.training().getLast().at());
  }
}
