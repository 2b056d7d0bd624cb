package io.lorecast.encoding;

import io.lorecast.model.Item;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Encodes texts of items: each by itself, reviews averaged. The same item gives the same bits. */
public final class TextViews implements ViewEncoder {

  private final EncodedTexts texts;
  private final Set<View> views;
  private final Predicate<Item> reads;

  /**
   * Creates an encoder of text views.
   *
   * @param views some of name, description and reviews
   * @param reads whether the texts of an item are in a language that the encoder reads
   */
  public TextViews(EncodedTexts texts, Set<View> views, Predicate<Item> reads) {
    this.texts = texts;
    this.views = Set.copyOf(views);
    this.reads = reads;
  }

  @Override
  public String version() {
    return texts.version();
  }

  @Override
  public int dimension() {
    return texts.dimension();
  }

  @Override
  public Set<View> views() {
    return views;
  }

  @Override
  public Uni<EncodedViews> encode(Item item) {
    Map<View, List<String>> read = reads.test(item) ? textsOf(item) : Map.of();
    if (read.isEmpty()) {
      return Uni.createFrom().item(EncodedViews.NONE);
    }
    return texts
        .of(read.values().stream().flatMap(List::stream).toList())
        .map(vectors -> encoded(read, vectors));
  }

  private static EncodedViews encoded(
      Map<View, List<String>> read, Map<String, Embedding> vectors) {
    Map<View, Embedding> encoded = new EnumMap<>(View.class);
    read.forEach((view, parts) -> encoded.put(view, ViewFusion.mean(vectorsOf(parts, vectors))));
    return new EncodedViews(encoded, Map.of());
  }

  private static List<Embedding> vectorsOf(List<String> parts, Map<String, Embedding> vectors) {
    return parts.stream().map(part -> Objects.requireNonNull(vectors.get(part), part)).toList();
  }

  /** Returns the texts of each view the item has; blank ones say nothing and are left out. */
  private Map<View, List<String>> textsOf(Item item) {
    Map<View, List<String>> texts = new EnumMap<>(View.class);
    texts.put(View.NAME, List.of(item.name()));
    texts.put(View.DESCRIPTION, List.of(item.description()));
    texts.put(View.REVIEWS, item.reviews());
    texts.keySet().retainAll(views);
    texts.replaceAll((view, parts) -> parts.stream().filter(part -> !part.isBlank()).toList());
    texts.values().removeIf(List::isEmpty);
    return texts;
  }
}
