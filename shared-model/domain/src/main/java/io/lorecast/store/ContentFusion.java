package io.lorecast.store;

import io.lorecast.encoding.ContentBlock;
import io.lorecast.encoding.ContentSpace;
import io.lorecast.encoding.ItemView;
import io.lorecast.encoding.View;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fuses the views of many items into another {@link ContentSpace}, page by page. */
public record ContentFusion(ItemStore items, VectorStores vectors) {

  private static final int PAGE = 200;

  /** Writes the content of every item in {@code space}; emits how many have one. */
  public Uni<Long> all(ContentSpace space) {
    return items
        .all()
        .map(Item::id)
        .group()
        .intoLists()
        .of(PAGE)
        .onItem()
        .transformToUniAndConcatenate(page -> some(space, page))
        .collect()
        .with(Collectors.summingLong(Integer::longValue));
  }

  /** Writes the content of {@code some} items; emits how many have one. */
  public Uni<Integer> some(ContentSpace space, Collection<ItemId> some) {
    return views(space, some)
        .map(
            views -> {
              Map<ItemId, Embedding> contents = new HashMap<>();
              views.forEach(
                  (item, found) ->
                      space.fuse(found).ifPresent(content -> contents.put(item, content)));
              return contents;
            })
        .call(contents -> save(space, some, contents))
        .map(Map::size);
  }

  /** An item that is gone, or has no view left, has no content either. */
  private Uni<Void> save(
      ContentSpace space, Collection<ItemId> some, Map<ItemId, Embedding> contents) {
    Set<ItemId> without = new HashSet<>(some);
    without.removeAll(contents.keySet());
    return vectors.content(space.id()).replaceAll(contents, without);
  }

  /**
   * Does {@link #some} until what was fused is still there when it is saved, so that no version
   * stored meanwhile is lost; page by page.
   */
  public Uni<Void> settle(ContentSpace space, Collection<ItemId> changed) {
    return Multi.createFrom()
        .iterable(changed)
        .group()
        .intoLists()
        .of(PAGE)
        .onItem()
        .transformToUniAndConcatenate(page -> settlePage(space, page))
        .collect()
        .last();
  }

  private Uni<Void> settlePage(ContentSpace space, List<ItemId> page) {
    return views(space, page)
        .call(() -> some(space, page))
        .chain(
            before ->
                views(space, page)
                    .chain(
                        after ->
                            after.equals(before)
                                ? Uni.createFrom().voidItem()
                                : settlePage(space, page)));
  }

  /** Emits, by item, encoder and view, the vectors that {@code space} is made of. */
  public Uni<Map<ItemId, Map<String, Map<View, Embedding>>>> views(
      ContentSpace space, Collection<ItemId> some) {
    List<Uni<Map<ItemView, Embedding>>> reads = new ArrayList<>();
    for (ContentBlock block : space.blocks()) {
      Set<ItemView> keys =
          some.stream()
              .flatMap(id -> block.views().keySet().stream().map(view -> new ItemView(id, view)))
              .collect(Collectors.toSet());
      reads.add(vectors.views(block.encoder()).findAll(keys));
    }
    return Uni.join().all(reads).andFailFast().map(found -> byItem(space, found));
  }

  private static Map<ItemId, Map<String, Map<View, Embedding>>> byItem(
      ContentSpace space, List<Map<ItemView, Embedding>> found) {
    Map<ItemId, Map<String, Map<View, Embedding>>> items = new HashMap<>();
    for (int block = 0; block < found.size(); block++) {
      String encoder = space.blocks().get(block).encoder();
      found
          .get(block)
          .forEach(
              (key, vector) ->
                  items
                      .computeIfAbsent(key.item(), item -> new HashMap<>())
                      .computeIfAbsent(encoder, name -> new HashMap<>())
                      .put(key.view(), vector));
    }
    return items;
  }
}
