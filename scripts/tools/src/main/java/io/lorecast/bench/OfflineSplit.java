package io.lorecast.bench;

import io.lorecast.evaluation.Split;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Signal;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be learned from, and what is to be found.
 *
 * @param data the whole, for its items, edges and users
 * @param training what may be learned from, in the order of time
 * @param seen the items of each user in training, which must not come
 * @param wanted the likes of each user that are to be found; users without any are absent
 */
record OfflineSplit(
    BenchData data,
    List<Interaction> training,
    Map<UserId, Set<ItemId>> seen,
    Map<UserId, Set<ItemId>> wanted) {

  static OfflineSplit of(BenchData data, Split<Interaction> split) {
    InteractionWeights weights = InteractionWeights.defaults();
    Map<UserId, Set<ItemId>> seen = new HashMap<>();
    split.training().forEach(event -> add(seen, event));
    Map<UserId, Set<ItemId>> wanted = new LinkedHashMap<>();
    for (Interaction event : split.test()) {
      boolean isMet = seen.getOrDefault(event.user(), Set.of()).contains(event.item());
      if (!isMet && weights.entry(event).signal() == Signal.LIKED) {
        add(wanted, event);
      }
    }
    return new OfflineSplit(data, split.training(), seen, wanted);
  }

  private static void add(Map<UserId, Set<ItemId>> items, Interaction event) {
    items.computeIfAbsent(event.user(), user -> new LinkedHashSet<>()).add(event.item());
  }

  Set<ItemId> seen(UserId user) {
    return seen.getOrDefault(user, Set.of());
  }
}
