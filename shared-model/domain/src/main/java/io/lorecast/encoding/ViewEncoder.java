package io.lorecast.encoding;

import io.lorecast.model.Item;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Turns some of an item's views into vectors, by one encoder. Never blocks the caller. */
public interface ViewEncoder {

  /** Returns what makes the vectors, {@link Encoder#version()}. */
  String version();

  /** Returns d, the length of every vector. */
  int dimension();

  /** Returns the views it may read. */
  Set<View> views();

  /**
   * Emits what it reads of {@code item}: nothing if the item has none of its views, or they are in
   * a language that another encoder reads. Fails with {@link EncodingException}, {@link
   * io.lorecast.store.StoreException}, or {@link io.lorecast.model.InvalidEventException} if what
   * the item names cannot be read.
   */
  Uni<EncodedViews> encode(Item item);
}
