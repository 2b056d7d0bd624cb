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
 * @param barred items that must come for nobody
 */
record OfflineSplit(
    BenchData data,
    List<Interaction> training,
    Map<UserId, Set<ItemId>> seen,
    Map<UserId, Set<ItemId>> wanted,
    Set<ItemId> barred) {

  private static final InteractionWeights WEIGHTS = InteractionWeights.defaults();

  static OfflineSplit of(BenchData data, Split<Interaction> split) {
    return of(data, split, Set.of());
  }

  static OfflineSplit of(BenchData data, Split<Interaction> split, Set<ItemId> barred) {
    Map<UserId, Set<ItemId>> seen = new HashMap<>();
    split.training().forEach(event -> add(seen, event));
    Map<UserId, Set<ItemId>> wanted = new LinkedHashMap<>();
    for (Interaction event : split.test()) {
      boolean isMet = seen.getOrDefault(event.user(), Set.of()).contains(event.item());
      if (!isMet && isLike(event)) {
        add(wanted, event);
      }
    }
    return new OfflineSplit(data, split.training(), seen, wanted, barred);
  }

  static boolean isLike(Interaction event) {
    return WEIGHTS.entry(event).signal() == Signal.LIKED;
  }

  private static void add(Map<UserId, Set<ItemId>> items, Interaction event) {
    items.computeIfAbsent(event.user(), user -> new LinkedHashSet<>()).add(event.item());
  }

  /** Returns whether {@code item} may come in a list for {@code user}. */
  boolean mayCome(UserId user, ItemId item) {
    return !barred.contains(item) && !seen.getOrDefault(user, Set.of()).contains(item);
  }
}
