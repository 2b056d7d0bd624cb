package io.lorecast.bench;

import ai.onnxruntime.OrtException;
import io.lorecast.encoding.EncodedTexts;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.ItemEncoder;
import io.lorecast.encoding.TextViews;
import io.lorecast.encoding.View;
import io.lorecast.model.Item;
import io.lorecast.store.InMemoryVectorStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Items as the item-added function encodes them, each text once and the views fused, beside bare
 * runs of the same windows.
 */
final class ItemRounds {

  final EncodeContender function;
  final EncodeContender bare;

  /** Windows of all texts, each text once. */
  final int windows;

  ItemRounds(List<Item> items, Encoder encoder, BareLoop loop) throws OrtException {
    List<EncodeContender.Call> runs = new ArrayList<>();
    for (String text : items.stream().flatMap(ItemRounds::texts).distinct().toList()) {
      for (int[] ids : loop.windows(text)) {
        runs.add(loop.run(List.of(ids)));
      }
    }
    windows = runs.size();
    function = new EncodeContender("items", items.size(), List.of(() -> encode(items, encoder)));
    bare = new EncodeContender("bare", items.size(), List.of(() -> all(runs)));
  }

  private static Stream<String> texts(Item item) {
    return Stream.concat(Stream.of(item.name(), item.description()), item.reviews().stream())
        .filter(text -> !text.isBlank());
  }

  /** With an empty cache, so that every text is encoded. */
  private static void encode(List<Item> items, Encoder encoder) {
    EncodedTexts texts = new EncodedTexts(encoder, new InMemoryVectorStore<>(), Runnable::run);
    Set<View> views = Set.of(View.NAME, View.DESCRIPTION, View.REVIEWS);
    ItemEncoder itemEncoder = new ItemEncoder(List.of(new TextViews(texts, views, item -> true)));
    items.forEach(item -> itemEncoder.encode(item).await().indefinitely());
  }

  private static void all(List<EncodeContender.Call> runs) throws Exception {
    for (EncodeContender.Call run : runs) {
      run.run();
    }
  }
}
