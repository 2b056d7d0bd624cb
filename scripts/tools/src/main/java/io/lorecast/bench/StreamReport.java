package io.lorecast.bench;

import io.lorecast.evaluation.RankTally;

/** The tallies of one recommender on the stream: all, new users, new items. */
final class StreamReport {

  static final int CUTOFF = 20;

  /** A user or an item with fewer events than this is new. */
  static final int NEW = 5;

  final String name;
  final RankTally all = new RankTally(CUTOFF);
  final RankTally newUsers = new RankTally(CUTOFF);
  final RankTally newItems = new RankTally(CUTOFF);

  StreamReport(String name) {
    this.name = name;
  }

  void add(int rank, boolean isNewUser, boolean isNewItem) {
    all.add(rank);
    if (isNewUser) {
      newUsers.add(rank);
    }
    if (isNewItem) {
      newItems.add(rank);
    }
  }

  static String header() {
    return "%-28s %8s %8s %16s %16s"
        .formatted("", "HR@20", "NDCG@20", "users < 5 likes", "items < 5 events");
  }

  String row() {
    return "%-28s %8.4f %8.4f %16.4f %16.4f"
        .formatted(name, all.hitRate(), all.ndcg(), newUsers.hitRate(), newItems.hitRate());
  }
}
