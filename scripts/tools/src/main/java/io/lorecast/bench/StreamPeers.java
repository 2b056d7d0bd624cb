package io.lorecast.bench;

import io.lorecast.model.Interaction;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simple recommenders that the product is measured beside, on the very same events. */
final class StreamPeers {

  static final String POPULARITY = "popularity, half-life 5000";
  static final String ITEM_KNN = "ItemKNN, recency-weighted";

  private final Map<ItemId, Integer> items = new HashMap<>();
  private final Map<UserId, Integer> users = new HashMap<>();
  private final Map<StreamReport, StreamPeer> peers = new LinkedHashMap<>();
  private final boolean[][] seen;
  private final int[] likes;

  StreamPeers(BenchData data) {
    for (Item item : data.items()) {
      items.put(item.id(), items.size());
    }
    for (Interaction interaction : data.stream()) {
      users.putIfAbsent(interaction.user(), users.size());
    }
    this.seen = new boolean[users.size()][items.size()];
    this.likes = new int[users.size()];
    peers.put(new StreamReport(POPULARITY), new DecayedPopularity(items.size(), 5_000));
    peers.put(new StreamReport(ITEM_KNN), new RecencyItemKnn(users.size(), items.size(), .9, .8));
  }

  List<StreamReport> reports() {
    return List.copyOf(peers.keySet());
  }

  /** Ranks for one interaction, if it is a like that counts, then learns from it. */
  void see(Interaction interaction, boolean liked, boolean counts, long eventsBefore) {
    Integer item = items.get(interaction.item());
    if (item == null) {
      return;
    }
    int user = users.getOrDefault(interaction.user(), 0);
    peers.forEach(
        (report, peer) -> {
          if (liked && counts) {
            report.add(
                StreamPeer.rank(peer.scores(user), item, seen[user]),
                likes[user] < StreamReport.NEW,
                eventsBefore < StreamReport.NEW);
          }
          peer.learn(user, item, liked);
        });
    seen[user][item] = true;
    likes[user] += liked ? 1 : 0;
  }
}
