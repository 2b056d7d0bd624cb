package io.lorecast.ranking;

import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.List;

/**
 * How well a user fits what was asked.
 *
 * @param score at most 1, the more the better
 * @param shared what links them: items that they liked lately, the newest first
 */
public record Affinity(UserId user, double score, List<ItemId> shared) {
  public Affinity {
    shared = List.copyOf(shared);
  }
}
