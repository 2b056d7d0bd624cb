package io.lorecast.store;

import io.lorecast.encoding.ItemView;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@link VectorStores} that forget everything with their process. */
public class InMemoryVectorStores implements VectorStores {

  private final Map<String, VectorStore<ItemView>> views = new ConcurrentHashMap<>();
  private final Map<String, VectorStore<ItemId>> content = new ConcurrentHashMap<>();
  private final Map<String, VectorStore<String>> labels = new ConcurrentHashMap<>();
  private final Map<String, VectorStore<EntityId>> entities = new ConcurrentHashMap<>();
  private final Map<String, VectorStore<ItemId>> neighbours = new ConcurrentHashMap<>();
  private final VectorStore<String> encoded = new InMemoryVectorStore<>();

  @Override
  public VectorStore<ItemView> views(String encoder) {
    return views.computeIfAbsent(encoder, name -> new InMemoryVectorStore<>());
  }

  @Override
  public VectorStore<ItemId> content(String space) {
    return content.computeIfAbsent(space, name -> new InMemoryVectorStore<>());
  }

  @Override
  public VectorStore<String> labels(String encoder) {
    return labels.computeIfAbsent(encoder, name -> new InMemoryVectorStore<>());
  }

  @Override
  public VectorStore<EntityId> entities(String space) {
    return entities.computeIfAbsent(space, name -> new InMemoryVectorStore<>());
  }

  @Override
  public VectorStore<ItemId> neighbours(String space) {
    return neighbours.computeIfAbsent(space, name -> new InMemoryVectorStore<>());
  }

  @Override
  public VectorStore<String> encoded() {
    return encoded;
  }
}
