package io.lorecast.bench;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FitListener;
import io.lorecast.learning.FitSettings;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.LearningStep;
import io.lorecast.learning.ModelFitter;
import io.lorecast.learning.TrainingSet;
import io.lorecast.model.Interaction;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.Catalogue;
import io.lorecast.ranking.CatalogueItem;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.vector.Embedding;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the product's stores and processes hold together, for one thread: learns and refits. */
final class Replica {

  final InteractionWeights weights = InteractionWeights.defaults();
  final HotState state = new HotState();
  final Catalogue catalogue;
  private final Learner learner = new Learner(weights, LearnerSettings.defaults());
  private final TrainingSet training = new TrainingSet(weights);
  private final List<FitItem> items;
  private final ContentSpace space;
  private final long seed;
  private long learnNanos;
  private long events;

  Replica(BenchData data, Map<ItemId, Embedding> contents, RankingSettings settings, long seed) {
    this(data, Contents.ofText(contents), settings, seed);
  }

  Replica(BenchData data, Contents contents, RankingSettings settings, long seed) {
    this.space = contents.space();
    this.catalogue =
        new Catalogue(FittedModel.unfitted(space), LearnerSettings.defaults(), settings);
    this.items = data.items().stream().map(item -> add(item, data, contents.vectors())).toList();
    this.seed = seed;
  }

  private FitItem add(Item item, BenchData data, Map<ItemId, Embedding> contents) {
    CatalogueItem entry = CatalogueItem.of(item, data.edges().getOrDefault(item.id(), List.of()));
    Optional<Embedding> content = Optional.ofNullable(contents.get(item.id()));
    catalogue.put(entry, content);
    return fitItem(entry, content);
  }

  /** Returns the item as model-refresh sees it. */
  static FitItem fitItem(CatalogueItem entry, Optional<Embedding> content) {
    return new FitItem(
        entry.id(),
        content,
        entry.links().stream().map(CatalogueItem.Link::entity).collect(Collectors.toSet()));
  }

  void learn(Interaction interaction) {
    long start = cpu();
    LearningStep step = learner.step(state.history(interaction.user()), interaction);
    learnNanos += cpu() - start;
    events++;
    state.apply(step);
    catalogue.updateCounts(interaction.item(), state.counts(interaction.item()));
    training.add(interaction);
  }

  void refit() {
    catalogue.useModel(
        new ModelFitter(FitSettings.defaults(), FitListener.NONE)
            .fit(space, items, training, seed));
  }

  /** Returns the CPU time of the learner, microseconds an event. */
  double learnMicros() {
    return learnNanos / 1e3 / Math.max(1, events);
  }

  /** Returns the CPU time of this thread, in nanoseconds. */
  static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
