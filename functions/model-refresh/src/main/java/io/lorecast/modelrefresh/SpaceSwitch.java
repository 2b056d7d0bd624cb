package io.lorecast.modelrefresh;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.model.InvalidEventException;
import io.lorecast.modelrefresh.ModelSweep.Swept;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.ContentFusion;
import io.lorecast.store.ItemStore;
import io.lorecast.store.NeighbourCopy;
import io.lorecast.store.VectorStore;
import io.lorecast.store.VectorStores;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Moves the catalogue to another content space: every item's views are fused for it while readers
 * go on with the old one, the model fitted to it switches them, and what changed in between is
 * fused once more. May be repeated; until the switch nobody sees anything of it.
 */
@Singleton
class SpaceSwitch {

  private static final Logger LOG = Logger.getLogger(SpaceSwitch.class);

  private static final int PAGE = 500;

  private final ItemStore items;
  private final ContentFusion fusion;
  private final VectorStores vectors;
  private final ModelSweep sweep;
  private final NeighbourCopy neighbours;
  private final ChangeFeed feed;

  SpaceSwitch(
      ItemStore items,
      VectorStores vectors,
      ModelSweep sweep,
      NeighbourCopy neighbours,
      ChangeFeed feed) {
    this.items = items;
    this.fusion = new ContentFusion(items, vectors);
    this.vectors = vectors;
    this.sweep = sweep;
    this.neighbours = neighbours;
    this.feed = feed;
  }

  /**
   * Emits the first sweep in {@code space}, when readers use it and nothing is left of the old.
   * Ends a switch to the same space that broke off after its model was published.
   */
  Uni<Swept> to(ContentSpace old, ContentSpace space) {
    return feed.since(Long.MAX_VALUE)
        .chain(
            before ->
                fusion
                    .all(space)
                    .invoke(fused -> LOG.infof("%d contents in space %s", fused, space.id()))
                    .call(fused -> requireContents(fused, space))
                    .chain(() -> sweep.run(old, space))
                    .call(() -> neighbours.restore())
                    .call(() -> catchUp(space, before.revision()))
                    // Readers may have read the space before its neighbour vectors were there.
                    .call(() -> feed.begin(UUID.randomUUID().toString()))
                    .call(() -> old.equals(space) ? nothing() : drop(old.id())));
  }

  /** A space that no encoder has written would empty the catalogue of what it knows. */
  private Uni<Void> requireContents(long fused, ContentSpace space) {
    return fused > 0
        ? nothing()
        : items
            .all()
            .select()
            .first()
            .collect()
            .asList()
            .invoke(
                some -> {
                  if (!some.isEmpty()) {
                    throw new InvalidEventException(
                        "space", "must be of encoders that have read items, was " + space.text());
                  }
                })
            .replaceWithVoid();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> catchUp(ContentSpace space, long revision) {
    return feed.since(revision)
        .chain(
            changes ->
                changes.items().isEmpty()
                    ? nothing()
                    : fusion
                        .settle(space, changes.items())
                        .chain(() -> feed.announce(changes.items())));
  }

  private Uni<Void> drop(String space) {
    return drop(vectors.content(space))
        .chain(() -> drop(vectors.neighbours(space)))
        .chain(() -> drop(vectors.entities(space)));
  }

  private static <K> Uni<Void> drop(VectorStore<K> vectors) {
    return vectors
        .all()
        .map(Map.Entry::getKey)
        .group()
        .intoLists()
        .of(PAGE)
        .onItem()
        .transformToUniAndConcatenate(vectors::removeAll)
        .collect()
        .last();
  }
}
