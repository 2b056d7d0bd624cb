package io.lorecast.itemadded;

import io.lorecast.encoding.EncodedTexts;
import io.lorecast.model.EntityId;
import io.lorecast.store.EntityStore;
import io.lorecast.store.LabelVectors;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStores;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the vectors of labels, under the encoder that made them and by their texts. Each encoder
 * that reads the names of items reads every label, since nobody says in which language it is.
 */
final class LabelVectorWriter {

  private static final int PAGE = 100;

  private final List<EncodedTexts> encoders;
  private final EntityStore entities;
  private final VectorStores vectors;

  LabelVectorWriter(List<EncodedTexts> encoders, EntityStore entities, VectorStores vectors) {
    this.encoders = List.copyOf(encoders);
    this.entities = entities;
    this.vectors = vectors;
  }

  /** Encodes the labels of {@code some} entities that lack vectors. */
  Uni<Void> save(Collection<EntityId> some) {
    return entities.findAll(some).chain(known -> encode(LabelVectors.texts(known.values())));
  }

  /** Encodes the labels of all entities that lack vectors. */
  Uni<Void> saveAll() {
    return entities
        .all()
        .group()
        .intoLists()
        .of(PAGE)
        .onItem()
        .transformToUniAndConcatenate(page -> encode(LabelVectors.texts(page)))
        .collect()
        .last();
  }

  private Uni<Void> encode(Set<String> texts) {
    List<Uni<Void>> each = encoders.stream().map(encoder -> encode(texts, encoder)).toList();
    return texts.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(each).andFailFast().replaceWithVoid();
  }

  private Uni<Void> encode(Set<String> texts, EncodedTexts encoder) {
    VectorStore<String> labels = vectors.labels(encoder.version());
    return labels
        .findAll(texts)
        .map(found -> lacking(texts, found.keySet()))
        .chain(
            lacking ->
                lacking.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : encoder.of(lacking).chain(labels::saveAll));
  }

  private static Set<String> lacking(Set<String> texts, Set<String> found) {
    Set<String> lacking = new HashSet<>(texts);
    lacking.removeAll(found);
    return lacking;
  }
}
