package io.lorecast.store.layered;

import io.lorecast.store.BudgetStore;
import io.lorecast.store.EntityStore;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.GraphStore;
import io.lorecast.store.HotCopy;
import io.lorecast.store.ItemStore;
import io.lorecast.store.KnowledgeStore;
import io.lorecast.store.LearningStore;
import io.lorecast.store.LikeFeed;
import io.lorecast.store.ModelStore;
import io.lorecast.store.RefreshQueue;
import io.lorecast.store.SequenceStore;
import io.lorecast.store.TimedEdgeStore;
import io.lorecast.store.VectorStores;
import io.lorecast.store.WeightStore;
import io.lorecast.store.dynamodb.Dynamo;
import io.lorecast.store.dynamodb.DynamoBudgetStore;
import io.lorecast.store.dynamodb.DynamoEntityStore;
import io.lorecast.store.dynamodb.DynamoFeedbackLog;
import io.lorecast.store.dynamodb.DynamoGraphStore;
import io.lorecast.store.dynamodb.DynamoItemStore;
import io.lorecast.store.dynamodb.DynamoKnowledgeStore;
import io.lorecast.store.dynamodb.DynamoModelStore;
import io.lorecast.store.dynamodb.DynamoSequenceStore;
import io.lorecast.store.dynamodb.DynamoTables;
import io.lorecast.store.dynamodb.DynamoTimedEdgeStore;
import io.lorecast.store.dynamodb.DynamoWeightStore;
import io.lorecast.store.redis.RedisChangeFeed;
import io.lorecast.store.redis.RedisCommands;
import io.lorecast.store.redis.RedisEncodedCache;
import io.lorecast.store.redis.RedisEntities;
import io.lorecast.store.redis.RedisGraph;
import io.lorecast.store.redis.RedisKeys;
import io.lorecast.store.redis.RedisLearningStore;
import io.lorecast.store.redis.RedisLikeFeed;
import io.lorecast.store.redis.RedisModelStore;
import io.lorecast.store.redis.RedisRefreshQueue;
import io.lorecast.store.redis.RedisSequenceStore;
import io.lorecast.store.redis.RedisWeightStore;
import java.time.Duration;
import java.util.List;

/**
 * All stores of one tenant, over one Redis and one DynamoDB. For programs without dependency
 * injection, and for {@link StoreBeans}.
 */
public final class Stores {

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final RedisCommands redis;
  private final RedisKeys keys;
  private final Duration encodedKept;
  private final RedisChangeFeed changes;
  private final HotState state;

  /**
   * Creates the stores.
   *
   * @param encodedKept how long an encoded text is remembered
   */
  public Stores(
      Dynamo dynamo,
      DynamoTables tables,
      RedisCommands redis,
      RedisKeys keys,
      Duration encodedKept) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.redis = redis;
    this.keys = keys;
    this.encodedKept = encodedKept;
    this.changes = new RedisChangeFeed(redis, keys);
    this.state = new HotState(changes);
  }

  /** Returns the items: the record alone. */
  public ItemStore items() {
    return new DynamoItemStore(dynamo, tables);
  }

  /** Returns what a language model has said: the record alone, since nobody else reads it. */
  public KnowledgeStore knowledge() {
    return new DynamoKnowledgeStore(dynamo, tables);
  }

  /** Returns what a language model has cost: the record alone. */
  public BudgetStore budget() {
    return new DynamoBudgetStore(dynamo, tables);
  }

  /** Returns the feedback log: the record alone. */
  public FeedbackLog feedbackLog() {
    return new DynamoFeedbackLog(dynamo, tables);
  }

  /**
   * Returns what was learned: hot alone, rebuilt from the feedback log.
   *
   * @param likersKept how many of those who liked an item last are kept with it; 0 keeps none
   */
  public LearningStore learning(int likersKept) {
    return new RedisLearningStore(redis, keys, likersKept);
  }

  /** Returns the changes: hot alone. */
  public RedisChangeFeed changes() {
    return changes;
  }

  /** Returns the graph. */
  public GraphStore graph() {
    return new LayeredGraphStore(
        state, new RedisGraph(redis, keys), new DynamoGraphStore(dynamo, tables));
  }

  /** Returns what is known of the entities of the graph. */
  public EntityStore entities() {
    return new LayeredEntityStore(
        state, new RedisEntities(redis, keys), new DynamoEntityStore(dynamo, tables));
  }

  /** Returns the edges that stand for a time: the record alone. */
  public TimedEdgeStore timedEdges() {
    return new DynamoTimedEdgeStore(dynamo, tables);
  }

  /** Returns the refreshes that wait: hot alone, a rebuild computes everything anew. */
  public RefreshQueue refreshes() {
    return new RedisRefreshQueue(redis, keys);
  }

  /** Returns the model. */
  public ModelStore model() {
    return new LayeredModelStore(
        state, new RedisModelStore(redis, keys), new DynamoModelStore(dynamo, tables));
  }

  /** Returns the blend weights. */
  public WeightStore weights() {
    return new LayeredWeightStore(
        state, new RedisWeightStore(redis, keys), new DynamoWeightStore(dynamo, tables));
  }

  /** Returns the sequence rows. */
  public SequenceStore sequence() {
    return new LayeredSequenceStore(
        state, new RedisSequenceStore(redis, keys), new DynamoSequenceStore(dynamo, tables));
  }

  /** Returns the likes to learn the sequence term from: hot alone. */
  public LikeFeed likes() {
    return new RedisLikeFeed(redis, keys);
  }

  /** Returns the vector spaces. */
  public VectorStores vectors() {
    return layeredVectors();
  }

  private LayeredVectorStores layeredVectors() {
    return new LayeredVectorStores(
        state, dynamo, tables, redis, keys, new RedisEncodedCache(redis, keys, encodedKept));
  }

  /** Returns what a rebuild copies from the record to the hot state; the rest it computes. */
  public List<HotCopy> copies() {
    ModelStore models = new DynamoModelStore(dynamo, tables);
    return List.of(
        new ContentCopy(models, layeredVectors()),
        new EntityCopy(new DynamoEntityStore(dynamo, tables), new RedisEntities(redis, keys)),
        new GraphCopy(new DynamoGraphStore(dynamo, tables), new RedisGraph(redis, keys)),
        new ModelCopy(models, new RedisModelStore(redis, keys)),
        new WeightCopy(new DynamoWeightStore(dynamo, tables), new RedisWeightStore(redis, keys)),
        new SequenceCopy(
            new DynamoSequenceStore(dynamo, tables), new RedisSequenceStore(redis, keys)));
  }
}
