package io.lorecast.bench;

import io.lorecast.evaluation.Split;
import io.lorecast.model.Interaction;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The split of {@code scripts/bench cold}: a random fifth of the items is never seen in feedback.
 */
final class ColdItems {

  private static final int COLD_SHARE = 5;

  private ColdItems() {}

  /** Returns the split in which only the cold items may come. */
  static OfflineSplit of(BenchData data, long seed) {
    List<ItemId> shuffled = new ArrayList<>(data.items().stream().map(Item::id).toList());
    Collections.shuffle(shuffled, new Random(seed));
    int colds = shuffled.size() / COLD_SHARE;
    Set<ItemId> warm = new HashSet<>(shuffled.subList(colds, shuffled.size()));
    List<Interaction> training = new ArrayList<>();
    List<Interaction> test = new ArrayList<>();
    data.stream().forEach(event -> (warm.contains(event.item()) ? training : test).add(event));
    return OfflineSplit.of(data, new Split<>(training, test), warm);
  }
}
