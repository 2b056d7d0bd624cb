package io.lorecast.bench;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.View;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the product is told of the items beside what users do with them. The rest is withheld, so
 * that the terms, and the start that they give to the factors of new items, are what the product
 * itself makes of nothing.
 */
enum Variant {
  /** Nothing: behaviour alone. */
  NONE,
  /** Their texts. */
  TEXT,
  /** Their edges in the knowledge graph. */
  KG,
  /** Their images. */
  IMAGE,
  /** Everything there is. */
  ALL;

  /** What there is to be told. */
  record Sources(Map<ItemId, Embedding> texts, Map<ItemId, Embedding> images) {}

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean needsImages() {
    return this == IMAGE;
  }

  BenchData data(BenchData data) {
    boolean hasEdges = this == KG || this == ALL;
    return hasEdges ? data : new BenchData(data.items(), Map.of(), data.stream());
  }

  Contents contents(List<Item> items, Sources sources) {
    return switch (this) {
      case NONE, KG -> Contents.NONE;
      case TEXT -> Contents.ofText(sources.texts());
      case IMAGE -> Contents.ofOne("images", sources.images());
      case ALL ->
          sources.images().isEmpty() ? Contents.ofText(sources.texts()) : both(items, sources);
    };
  }

  private static Contents both(List<Item> items, Sources sources) {
    ContentSpace space =
        new ContentSpace(
            List.of(
                block("texts", sources.texts(), View.DESCRIPTION),
                block("images", sources.images(), View.IMAGES)));
    Map<ItemId, Embedding> fused = new HashMap<>();
    for (Item item : items) {
      Map<String, Map<View, Embedding>> views = new HashMap<>();
      Optional.ofNullable(sources.texts().get(item.id()))
          .ifPresent(text -> views.put("texts", Map.of(View.DESCRIPTION, text)));
      Optional.ofNullable(sources.images().get(item.id()))
          .ifPresent(image -> views.put("images", Map.of(View.IMAGES, image)));
      space.fuse(views).ifPresent(content -> fused.put(item.id(), content));
    }
    return new Contents(space, fused);
  }

  private static ContentBlock block(String name, Map<ItemId, Embedding> vectors, View view) {
    int dimension = vectors.values().iterator().next().dimension();
    return new ContentBlock(name, dimension, 1, Map.of(view, 1f));
  }
}
