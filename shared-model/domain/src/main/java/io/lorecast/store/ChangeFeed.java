package io.lorecast.store;

import io.lorecast.model.ItemId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/**
 * Tells readers that keep a copy of the catalogue which items to read again. Holds each item once,
 * at the revision of its last change, so it never grows beyond the catalogue.
 */
public interface ChangeFeed {

  /**
   * What changed.
   *
   * @param generation names the life of the hot state; another one, or an empty one, means that the
   *     hot state was lost and everything must be read again. Empty until {@link #begin}
   * @param revision to ask from next time
   * @param items whose content, edges or availability changed after the revision asked for: to be
   *     read again whole
   * @param counted whose counters alone changed after the revision asked for (by {@link
   *     LearningStore#apply}); under load that is most of the catalogue, so readers may take their
   *     time
   */
  record Changes(String generation, long revision, Set<ItemId> items, Set<ItemId> counted) {
    public Changes {
      items = Set.copyOf(items);
      counted = Set.copyOf(counted);
    }
  }

  /** Announces that the content, edges or availability of {@code items} changed. */
  Uni<Void> announce(Collection<ItemId> items);

  /** Emits what changed after {@code revision}; 0 asks for everything ever announced. */
  Uni<Changes> since(long revision);

  /** Names the life of the hot state, once it has been rebuilt from the record. */
  Uni<Void> begin(String generation);
}
