package io.lorecast.store;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.View;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What entities are called, as content: the vector of an item that has this name and says nothing
 * else. Only what somebody said of an entity counts, not the name in its id.
 *
 * <p>Vectors are kept by text and not by entity, so what an entity is called now decides: a new
 * label, a merge or a split needs no vector to be moved, and events that come late do no harm. A
 * label that the encoders of the space have not read is left out until they have.
 */
public record LabelVectors(EntityStore entities, VectorStores vectors) {

  /** Emits the labels of {@code some} in {@code space}, shape [d]; absent ones are left out. */
  public Uni<Map<EntityId, Embedding>> of(Collection<EntityId> some, ContentSpace space) {
    return some.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : entities
            .findAll(some)
            .chain(
                known ->
                    encoded(texts(known.values()), space).map(found -> fused(known, found, space)));
  }

  /**
   * Returns what {@code some} are called; items are left out, since they have texts of their own.
   */
  public static Set<String> texts(Collection<Entity> some) {
    Set<String> texts = new HashSet<>();
    some.stream().filter(one -> !one.id().isItem()).map(Entity::label).forEach(texts::add);
    return texts;
  }

  /** Emits, for each block of {@code space}, what its encoder made of {@code texts}. */
  private Uni<List<Map<String, Embedding>>> encoded(Set<String> texts, ContentSpace space) {
    List<Uni<Map<String, Embedding>>> reads = new ArrayList<>();
    for (ContentBlock block : space.blocks()) {
      reads.add(
          texts.isEmpty() || !block.views().containsKey(View.NAME)
              ? Uni.createFrom().item(Map.of())
              : vectors.labels(block.encoder()).findAll(texts));
    }
    return Uni.join().all(reads).andFailFast();
  }

  private static Map<EntityId, Embedding> fused(
      Map<EntityId, Entity> known, List<Map<String, Embedding>> found, ContentSpace space) {
    Map<EntityId, Embedding> labels = new HashMap<>();
    known.forEach(
        (id, entity) -> {
          Map<String, Map<View, Embedding>> names = new HashMap<>();
          for (int block = 0; block < found.size(); block++) {
            Embedding vector = found.get(block).get(entity.label());
            if (vector != null) {
              names.put(space.blocks().get(block).encoder(), Map.of(View.NAME, vector));
            }
          }
          space.fuse(names).ifPresent(label -> labels.put(id, label));
        });
    return labels;
  }
}
