package io.lorecast.assembly;

import io.lorecast.graph.InverseFrequency;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.ranking.UserRanker;
import io.lorecast.sequence.SequenceSettings;
import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.CatalogueSources;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.EntityResolver;
import io.lorecast.store.EntityStore;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.GraphReader;
import io.lorecast.store.GraphStore;
import io.lorecast.store.ItemStore;
import io.lorecast.store.LearningEraser;
import io.lorecast.store.LearningStore;
import io.lorecast.store.LearningWriter;
import io.lorecast.store.LikeFeed;
import io.lorecast.store.ModelStore;
import io.lorecast.store.NeighbourCopy;
import io.lorecast.store.NeighbourRefresh;
import io.lorecast.store.NeighbourSettings;
import io.lorecast.store.NeighbourSources;
import io.lorecast.store.RefreshDrain;
import io.lorecast.store.RefreshQueue;
import io.lorecast.store.SequenceStore;
import io.lorecast.store.SequenceWriter;
import io.lorecast.store.UserStates;
import io.lorecast.store.VectorStores;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Makes the pure parts from the configuration, and the parts that several functions share. */
final class AssemblyBeans {

  @Produces
  @Singleton
  InteractionWeights interactionWeights(LearningConfig config) {
    LearningConfig.Weight weight = config.weight();
    return new InteractionWeights(
        weight.view(),
        weight.click(),
        weight.like(),
        weight.dislike(),
        weight.purchase(),
        weight.dwell(),
        weight.dwellSeconds(),
        config.likedFrom());
  }

  @Produces
  @Singleton
  LearnerSettings learnerSettings(LearningConfig config) {
    return new LearnerSettings(
        config.window(), config.nearness(), config.popularityHalfLife(), config.trendHalfLife());
  }

  @Produces
  @Singleton
  RankingSettings rankingSettings(RankingConfig config) {
    return RankingSettings.defaults()
        .withNewItems(config.boost(), config.boostedItems(), config.boostPopularity())
        .withGraphHops(config.graphHops());
  }

  @Produces
  @Singleton
  Learner learner(InteractionWeights weights, LearnerSettings settings) {
    return new Learner(weights, settings);
  }

  @Produces
  @Singleton
  LearningWriter learningWriter(Learner learner, LearningStore store) {
    return new LearningWriter(learner, store);
  }

  @Produces
  @Singleton
  SequenceWriter sequenceWriter(SequenceStore store, LikeFeed feed, LearningStore histories) {
    return new SequenceWriter(
        UUID.randomUUID().toString(), store, feed, histories, SequenceSettings.defaults());
  }

  @Produces
  @Singleton
  LearningEraser learningEraser(Learner learner, LearningStore store, FeedbackLog log) {
    return new LearningEraser(learner, store, log);
  }

  @Produces
  @Singleton
  NeighbourSources neighbourSources(
      GraphStore graph,
      EntityStore entities,
      VectorStores vectors,
      ModelStore models,
      ChangeFeed feed) {
    return new NeighbourSources(graph, entities, vectors, models, feed);
  }

  @Produces
  @Singleton
  NeighbourRefresh neighbourRefresh(
      GraphConfig config, NeighbourSources sources, RefreshQueue queue) {
    NeighbourSettings settings =
        new NeighbourSettings(
            config.sampledEdges(),
            config.fanOut(),
            config.neighbours(),
            config.catalogueScale(),
            config.changesARefresh());
    return new NeighbourRefresh(settings, sources, queue);
  }

  @Produces
  @Singleton
  RefreshDrain refreshDrain(
      GraphConfig config, GraphStore graph, RefreshQueue queue, NeighbourRefresh refresh) {
    return new RefreshDrain(graph, queue, refresh, config.pause());
  }

  @Produces
  @Singleton
  GraphReader graphReader(GraphStore graph, GraphConfig config) {
    return new GraphReader(graph, new InverseFrequency(config.catalogueScale()));
  }

  @Produces
  @Singleton
  EntityResolver entityResolver(EntityStore entities) {
    return new EntityResolver(entities);
  }

  @Produces
  @Singleton
  NeighbourCopy neighbourCopy(ItemStore items, GraphStore graph, NeighbourRefresh refresh) {
    return new NeighbourCopy(items, graph, refresh);
  }

  @Produces
  @Singleton
  CatalogueSources catalogueSources(
      ItemStore items,
      VectorStores vectors,
      GraphStore graph,
      LearningStore learning,
      ModelStore models,
      ChangeFeed feed) {
    return new CatalogueSources(items, vectors, graph, learning, models, feed);
  }

  @Produces
  @Singleton
  CatalogueReplica catalogueReplica(
      CatalogueSources sources,
      LearnerSettings decay,
      RankingSettings settings,
      LearningConfig config,
      SequenceStore sequence) {
    return new CatalogueReplica(
        sources, decay, settings, config.sequence() ? Optional.of(sequence) : Optional.empty());
  }

  @Produces
  @Singleton
  Ranker ranker(RankingSettings settings) {
    return new Ranker(settings);
  }

  @Produces
  @Singleton
  UserRanker userRanker(RankingSettings settings) {
    return new UserRanker(settings);
  }

  @Produces
  @Singleton
  UserStates userStates(LearningStore hot, FeedbackLog log, InteractionWeights weights) {
    return new UserStates(hot, log, weights);
  }
}
