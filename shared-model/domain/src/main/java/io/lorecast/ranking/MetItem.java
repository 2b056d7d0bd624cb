package io.lorecast.ranking;

import io.lorecast.model.ItemId;

/**
 * An item of a user's history, as explanations speak of it.
 *
 * @param name what users see; the id where the item is not in the catalogue any more
 * @param liked whether the user likes it, or else has met it in another way
 */
public record MetItem(ItemId id, String name, boolean liked) {

  static MetItem of(ItemId id, boolean liked, CatalogueView view) {
    return new MetItem(id, view.name(id), liked);
  }
}
