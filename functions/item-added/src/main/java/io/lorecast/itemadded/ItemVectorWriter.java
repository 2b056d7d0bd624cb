package io.lorecast.itemadded;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.ItemEncoder;
import io.lorecast.encoding.ItemVectors;
import io.lorecast.encoding.ItemView;
import io.lorecast.encoding.View;
import io.lorecast.encoding.ViewEncoder;
import io.lorecast.learning.FittedModel;
import io.lorecast.model.ItemId;
import io.lorecast.store.ModelStore;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStores;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the vectors of items: views under the encoder that made them, content in the space that
 * readers use. While the catalogue has another encoder's space, content waits for the switch.
 */
final class ItemVectorWriter {

  private final ContentSpace own;
  private final ItemEncoder encoder;
  private final VectorStores vectors;
  private final ModelStore models;

  /**
   * Creates a writer.
   *
   * @param own what {@code encoder} makes, weighed as configured
   */
  ItemVectorWriter(ContentSpace own, ItemEncoder encoder, VectorStores vectors, ModelStore models) {
    this.own = own;
    this.encoder = encoder;
    this.vectors = vectors;
    this.models = models;
  }

  /** Returns the space of the configured encoders and weights. */
  ContentSpace own() {
    return own;
  }

  /** Emits the space that readers use; names the own one if nothing has been encoded yet. */
  Uni<ContentSpace> current() {
    return models
        .currentSpace()
        .chain(
            space ->
                space.equals(ContentSpace.NONE)
                    ? models.publish(StoredModel.of(FittedModel.unfitted(own))).replaceWith(own)
                    : Uni.createFrom().item(space));
  }

  /** Saves views and content. */
  Uni<Void> save(ItemId id, ItemVectors encoded, ContentSpace space) {
    return Uni.join()
        .all(saveViews(id, encoded), saveContent(id, encoded, space))
        .andFailFast()
        .replaceWithVoid();
  }

  /** Saves what each encoder read, and removes what it read of a former version. */
  Uni<Void> saveViews(ItemId id, ItemVectors encoded) {
    List<Uni<Void>> saves =
        encoder.encoders().stream()
            .map(one -> replace(one, id, encoded.of(one.version())))
            .toList();
    return Uni.join().all(saves).andFailFast().replaceWithVoid();
  }

  private Uni<Void> replace(ViewEncoder one, ItemId id, Map<View, Embedding> found) {
    Map<ItemView, Embedding> present = new HashMap<>();
    found.forEach((view, vector) -> present.put(new ItemView(id, view), vector));
    Set<ItemView> absent = new HashSet<>(keys(one, id));
    absent.removeAll(present.keySet());
    return vectors.views(one.version()).replaceAll(present, absent);
  }

  private static Set<ItemView> keys(ViewEncoder one, ItemId id) {
    return one.views().stream().map(view -> new ItemView(id, view)).collect(Collectors.toSet());
  }

  private Uni<Void> saveContent(ItemId id, ItemVectors encoded, ContentSpace space) {
    if (!space.hasEncodersOf(own)) {
      return Uni.createFrom().voidItem();
    }
    VectorStore<ItemId> content = vectors.content(space.id());
    return space
        .fuse(encoded.views())
        .map(vector -> content.save(id, vector))
        .orElseGet(() -> content.removeAll(List.of(id)));
  }

  /** Emits whether what is stored, where readers look for it now, is what {@link #save} saved. */
  Uni<Boolean> isSaved(ItemId id, ItemVectors encoded, ContentSpace space) {
    return Uni.join()
        .all(
            current().map(space::equals),
            areViewsSaved(id, encoded),
            isContentSaved(id, encoded, space))
        .andFailFast()
        .map(all -> !all.contains(false));
  }

  private Uni<Boolean> isContentSaved(ItemId id, ItemVectors encoded, ContentSpace space) {
    return space.hasEncodersOf(own)
        ? vectors
            .content(space.id())
            .find(id)
            .map(stored -> stored.equals(space.fuse(encoded.views())))
        : Uni.createFrom().item(true);
  }

  private Uni<Boolean> areViewsSaved(ItemId id, ItemVectors encoded) {
    List<Uni<Boolean>> same =
        encoder.encoders().stream()
            .map(
                one ->
                    vectors
                        .views(one.version())
                        .findAll(keys(one, id))
                        .map(
                            stored ->
                                stored.entrySet().stream()
                                    .collect(
                                        Collectors.toMap(
                                            entry -> entry.getKey().view(), Map.Entry::getValue))
                                    .equals(encoded.of(one.version()))))
            .toList();
    return Uni.join().all(same).andFailFast().map(all -> !all.contains(false));
  }

  /** Emits which of {@code items} one of the encoders has read nothing of. */
  Uni<Set<ItemId>> withoutViews(List<ItemId> items) {
    List<Uni<Set<ItemId>>> lacking =
        encoder.encoders().stream().map(one -> withoutViews(one, items)).toList();
    return Uni.join()
        .all(lacking)
        .andFailFast()
        .map(sets -> sets.stream().flatMap(Set::stream).collect(Collectors.toSet()));
  }

  private Uni<Set<ItemId>> withoutViews(ViewEncoder one, List<ItemId> items) {
    Set<ItemView> keys =
        items.stream().flatMap(id -> keys(one, id).stream()).collect(Collectors.toSet());
    return vectors
        .views(one.version())
        .findAll(keys)
        .map(
            found -> {
              Set<ItemId> lacking = new HashSet<>(items);
              found.keySet().forEach(view -> lacking.remove(view.item()));
              return lacking;
            });
  }

  /** Removes views and content. */
  Uni<Void> remove(ItemId id) {
    List<Uni<Void>> removals =
        encoder.encoders().stream()
            .map(one -> vectors.views(one.version()).removeAll(keys(one, id)))
            .toList();
    return Uni.join()
        .all(removals)
        .andFailFast()
        .chain(models::currentSpace)
        .chain(space -> vectors.content(space.id()).removeAll(List.of(id)));
  }

  /** Returns the name of what read something of an item: the versions of its encoders. */
  static String encoders(ItemVectors encoded, ContentSpace own) {
    return own.blocks().stream()
        .map(ContentBlock::encoder)
        .filter(encoded.views()::containsKey)
        .collect(Collectors.joining("+"));
  }
}
