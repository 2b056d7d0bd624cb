package io.lorecast.encoding;

import io.lorecast.model.Item;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Encodes an item: each of its texts by itself, reviews averaged, then fused. The same item gives
 * the same bits. Thread-safe; never blocks the caller.
 */
public final class ItemEncoder {

  private final EncodedTexts texts;
  private final ViewFusion fusion;

  /** Creates an encoder of items from one of texts. */
  public ItemEncoder(EncodedTexts texts, ViewFusion fusion) {
    this.texts = texts;
    this.fusion = fusion;
  }

  /** Returns what makes the vectors, see {@link Encoder#version()}. */
  public String version() {
    return texts.version();
  }

  /**
   * Emits the vectors of {@code item}. Fails with {@link EncodingException} or {@link
   * io.lorecast.store.StoreException}.
   */
  public Uni<ItemVectors> encode(Item item) {
    Map<View, List<String>> read = textsOf(item);
    return texts
        .of(read.values().stream().flatMap(List::stream).toList())
        .map(vectors -> fused(read, vectors));
  }

  private ItemVectors fused(Map<View, List<String>> read, Map<String, Embedding> vectors) {
    Map<View, Embedding> views = new EnumMap<>(View.class);
    read.forEach((view, parts) -> views.put(view, ViewFusion.mean(vectorsOf(parts, vectors))));
    return new ItemVectors(fusion.fuse(views), views);
  }

  private static List<Embedding> vectorsOf(List<String> parts, Map<String, Embedding> vectors) {
    return parts.stream().map(part -> Objects.requireNonNull(vectors.get(part), part)).toList();
  }

  /** Returns the texts of each view the item has; blank ones say nothing and are left out. */
  private static Map<View, List<String>> textsOf(Item item) {
    Map<View, List<String>> texts = new EnumMap<>(View.class);
    texts.put(View.NAME, List.of(item.name()));
    texts.put(View.DESCRIPTION, List.of(item.description()));
    texts.put(View.REVIEWS, item.reviews());
    texts.replaceAll((view, parts) -> parts.stream().filter(part -> !part.isBlank()).toList());
    texts.values().removeIf(List::isEmpty);
    return texts;
  }
}
