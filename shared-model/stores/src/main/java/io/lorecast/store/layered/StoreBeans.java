package io.lorecast.store.layered;

import io.lorecast.store.BudgetStore;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.EntityStore;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.GraphStore;
import io.lorecast.store.HotCopy;
import io.lorecast.store.HotStateRebuild;
import io.lorecast.store.ItemStore;
import io.lorecast.store.KnowledgeStore;
import io.lorecast.store.LearningStore;
import io.lorecast.store.LearningWriter;
import io.lorecast.store.LikeFeed;
import io.lorecast.store.ModelStore;
import io.lorecast.store.NeighbourCopy;
import io.lorecast.store.RefreshQueue;
import io.lorecast.store.SequenceStore;
import io.lorecast.store.TimedEdgeStore;
import io.lorecast.store.VectorStores;
import io.lorecast.store.WeightStore;
import io.lorecast.store.dynamodb.Dynamo;
import io.lorecast.store.dynamodb.DynamoTables;
import io.lorecast.store.redis.RedisCommands;
import io.lorecast.store.redis.RedisConfig;
import io.lorecast.store.redis.RedisKeys;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes every port a bean; an application or a test that makes its own replaces them. */
@Singleton
final class StoreBeans {

  @Produces
  @Singleton
  Stores stores(
      Dynamo dynamo, DynamoTables tables, RedisCommands redis, RedisKeys keys, RedisConfig config) {
    return new Stores(dynamo, tables, redis, keys, config.encodedKept());
  }

  @Produces
  @Singleton
  @DefaultBean
  HotStateRebuild rebuild(
      Stores stores,
      NeighbourCopy neighbours,
      FeedbackLog log,
      LearningWriter writer,
      ChangeFeed feed) {
    List<HotCopy> copies = new ArrayList<>(stores.copies());
    copies.add(neighbours);
    return new HotStateRebuild(copies, log, writer, feed, () -> UUID.randomUUID().toString());
  }

  @Produces
  @Singleton
  @DefaultBean
  ItemStore items(Stores stores) {
    return stores.items();
  }

  @Produces
  @Singleton
  @DefaultBean
  FeedbackLog feedbackLog(Stores stores) {
    return stores.feedbackLog();
  }

  @Produces
  @Singleton
  @DefaultBean
  LearningStore learning(Stores stores, RedisConfig config) {
    return stores.learning(config.likersKept());
  }

  @Produces
  @Singleton
  @DefaultBean
  ChangeFeed changes(Stores stores) {
    return stores.changes();
  }

  @Produces
  @Singleton
  @DefaultBean
  GraphStore graph(Stores stores) {
    return stores.graph();
  }

  @Produces
  @Singleton
  @DefaultBean
  EntityStore entities(Stores stores) {
    return stores.entities();
  }

  @Produces
  @Singleton
  @DefaultBean
  TimedEdgeStore timedEdges(Stores stores) {
    return stores.timedEdges();
  }

  @Produces
  @Singleton
  @DefaultBean
  RefreshQueue refreshes(Stores stores) {
    return stores.refreshes();
  }

  @Produces
  @Singleton
  @DefaultBean
  ModelStore model(Stores stores) {
    return stores.model();
  }

  @Produces
  @Singleton
  @DefaultBean
  WeightStore weights(Stores stores) {
    return stores.weights();
  }

  @Produces
  @Singleton
  @DefaultBean
  SequenceStore sequence(Stores stores) {
    return stores.sequence();
  }

  @Produces
  @Singleton
  @DefaultBean
  LikeFeed likes(Stores stores) {
    return stores.likes();
  }

  @Produces
  @Singleton
  @DefaultBean
  VectorStores vectors(Stores stores) {
    return stores.vectors();
  }

  @Produces
  @Singleton
  @DefaultBean
  KnowledgeStore knowledge(Stores stores) {
    return stores.knowledge();
  }

  @Produces
  @Singleton
  @DefaultBean
  BudgetStore budget(Stores stores) {
    return stores.budget();
  }
}
