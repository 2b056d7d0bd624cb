package io.lorecast.store;

import io.lorecast.learning.FitItem;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.CatalogueItem;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a copy of the catalogue is read from. */
public record CatalogueSources(
    ItemStore items,
    VectorStores vectors,
    GraphStore graph,
    LearningStore learning,
    ModelStore models,
    ChangeFeed feed) {

  /** How many items are read together. */
  private static final int CHUNK = 500;

  /** At most how many edges of an item count. */
  private static final int EDGES_AN_ITEM = 200;

  /**
   * What is known of one item.
   *
   * @param content what its texts say; what its neighbours in the graph say if it has no texts;
   *     empty if neither is known
   */
  public record Profile(CatalogueItem item, Optional<Embedding> content) {

    /** Returns the item as a fit sees it. */
    public FitItem toFitItem() {
      return new FitItem(item.id(), content, new HashSet<>(item.entities()));
    }
  }

  /**
   * Emits what is known of each of {@code ids}; those that are no items are left out.
   *
   * @param space where their content is read, {@link io.lorecast.encoding.ContentSpace#id}
   */
  public Uni<List<Profile>> profiles(Collection<ItemId> ids, String space) {
    return items.findAll(ids).chain(found -> profilesOf(found.values(), space));
  }

  /** Emits what is known of every item, some hundred at a time; see {@link #profiles}. */
  public Multi<List<Profile>> allProfiles(String space) {
    return items
        .all()
        .group()
        .intoLists()
        .of(CHUNK)
        .onItem()
        .transformToUniAndConcatenate(found -> profilesOf(found, space));
  }

  private Uni<List<Profile>> profilesOf(Collection<Item> found, String space) {
    List<ItemId> ids = found.stream().map(Item::id).toList();
    return Uni.combine()
        .all()
        .unis(
            vectors
                .content(space)
                .findAll(ids)
                .chain(contents -> withNeighbours(ids, contents, space)),
            graph.around(ids.stream().map(EntityId::of).toList(), EDGES_AN_ITEM))
        .with(
            (contents, edges) ->
                found.stream().map(item -> profile(item, contents, edges)).toList());
  }

  /** Adds what the neighbours say of the items that say nothing themselves. */
  private Uni<Map<ItemId, Embedding>> withNeighbours(
      List<ItemId> ids, Map<ItemId, Embedding> contents, String space) {
    List<ItemId> silent = ids.stream().filter(id -> !contents.containsKey(id)).toList();
    if (silent.isEmpty()) {
      return Uni.createFrom().item(contents);
    }
    return vectors
        .neighbours(space)
        .findAll(silent)
        .onFailure(StoreException.class)
        .recoverWithItem(Map.of()) // hot alone: while that is away, such items do without
        .map(
            neighbours -> {
              Map<ItemId, Embedding> all = new HashMap<>(contents);
              all.putAll(neighbours);
              return all;
            });
  }

  private static Profile profile(
      Item item, Map<ItemId, Embedding> contents, Map<EntityId, List<Edge>> edges) {
    return new Profile(
        CatalogueItem.of(item, edges.getOrDefault(EntityId.of(item.id()), List.of())),
        Optional.ofNullable(contents.get(item.id())));
  }
}
