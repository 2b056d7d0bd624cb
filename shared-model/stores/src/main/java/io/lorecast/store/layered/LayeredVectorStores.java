package io.lorecast.store.layered;

import io.lorecast.encoding.ItemView;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStores;
import io.lorecast.store.dynamodb.Dynamo;
import io.lorecast.store.dynamodb.DynamoTables;
import io.lorecast.store.dynamodb.DynamoVectorStore;
import io.lorecast.store.redis.RedisCommands;
import io.lorecast.store.redis.RedisEncodedCache;
import io.lorecast.store.redis.RedisKeys;
import io.lorecast.store.redis.RedisVectorStore;
import java.util.function.Function;

/**
 * The vector spaces. Content is recorded and hot; views and labels are recorded alone, since nobody
 * reads them for an answer; entities and neighbours can be computed again and encoded texts are a
 * cache, so they are hot alone.
 *
 * <p>A store is a few references, so it is made for each use.
 */
final class LayeredVectorStores implements VectorStores {

  private final HotState state;
  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final RedisCommands redis;
  private final RedisKeys keys;
  private final VectorStore<String> encoded;

  LayeredVectorStores(
      HotState state,
      Dynamo dynamo,
      DynamoTables tables,
      RedisCommands redis,
      RedisKeys keys,
      RedisEncodedCache encoded) {
    this.state = state;
    this.dynamo = dynamo;
    this.tables = tables;
    this.redis = redis;
    this.keys = keys;
    this.encoded = encoded;
  }

  @Override
  public VectorStore<ItemView> views(String encoder) {
    return new DynamoVectorStore<>(
        dynamo, tables, "views", encoder, ItemView::key, ItemView::parse);
  }

  @Override
  public VectorStore<ItemId> content(String space) {
    VectorCopy<ItemId> content = contentCopy(space);
    return new LayeredVectorStore<>(state, content.hot(), content.record());
  }

  VectorCopy<ItemId> contentCopy(String space) {
    return new VectorCopy<>(
        new DynamoVectorStore<>(dynamo, tables, "content", space, ItemId::value, ItemId::new),
        new RedisVectorStore<>(redis, keys, "content:" + space, ItemId::value, ItemId::new));
  }

  @Override
  public VectorStore<String> labels(String encoder) {
    return new DynamoVectorStore<>(
        dynamo, tables, "labels", encoder, Function.identity(), Function.identity());
  }

  @Override
  public VectorStore<EntityId> entities(String space) {
    return new RedisVectorStore<>(redis, keys, "entities:" + space, EntityId::value, EntityId::new);
  }

  @Override
  public VectorStore<ItemId> neighbours(String space) {
    return new RedisVectorStore<>(redis, keys, "neighbours:" + space, ItemId::value, ItemId::new);
  }

  @Override
  public VectorStore<String> encoded() {
    return encoded;
  }
}
