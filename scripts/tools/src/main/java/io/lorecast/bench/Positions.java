package io.lorecast.bench;

import io.lorecast.bench.peer.Likes;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Signal;
import io.lorecast.model.Interaction;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Users and items by position, as the peers know them. */
final class Positions {

  private final Map<UserId, Integer> users = new HashMap<>();
  private final Map<ItemId, Integer> items = new HashMap<>();
  private final List<ItemId> ids = new ArrayList<>();

  Positions(BenchData data) {
    for (Item item : data.items()) {
      items.put(item.id(), items.size());
      ids.add(item.id());
    }
    for (Interaction interaction : data.stream()) {
      users.putIfAbsent(interaction.user(), users.size());
    }
  }

  int users() {
    return users.size();
  }

  int items() {
    return ids.size();
  }

  /** Returns the position of {@code user}, who must be of the stream. */
  int user(UserId user) {
    return users.getOrDefault(user, 0);
  }

  /** Returns the position of {@code item}, -1 if it is not in the catalogue. */
  int item(ItemId item) {
    return items.getOrDefault(item, -1);
  }

  ItemId item(int position) {
    return ids.get(position);
  }

  /** Returns the likes among {@code interactions}, which are in the order of time. */
  Likes likes(List<Interaction> interactions, InteractionWeights weights) {
    List<Set<Integer>> byUser = new ArrayList<>();
    for (int user = 0; user < users.size(); user++) {
      byUser.add(new LinkedHashSet<>());
    }
    for (Interaction interaction : interactions) {
      int item = item(interaction.item());
      if (item >= 0 && weights.entry(interaction).signal() == Signal.LIKED) {
        byUser.get(user(interaction.user())).add(item);
      }
    }
    int[][] likes =
        byUser.stream()
            .map(liked -> liked.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    return new Likes(likes, ids.size());
  }
}
