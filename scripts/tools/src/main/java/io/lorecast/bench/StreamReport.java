package io.lorecast.bench;

import io.lorecast.evaluation.RankTally;
import java.util.ArrayList;
import java.util.List;

/** The tallies of one recommender on the stream: all, new users, new items. */
final class StreamReport {

  static final int CUTOFF = 20;

  /** A user or an item with fewer events than this is new. */
  static final int NEW = 5;

  /** So many likes are one point of {@link #progress}. */
  static final int LIKES_A_POINT = 2_500;

  final String name;
  final RankTally all = new RankTally(CUTOFF);
  final RankTally newUsers = new RankTally(CUTOFF);
  final RankTally newItems = new RankTally(CUTOFF);
  private final List<RankTally> points = new ArrayList<>();

  StreamReport(String name) {
    this.name = name;
  }

  void add(int rank, boolean isNewUser, boolean isNewItem) {
    if (all.count() % LIKES_A_POINT == 0) {
      points.add(new RankTally(CUTOFF));
    }
    points.getLast().add(rank);
    all.add(rank);
    if (isNewUser) {
      newUsers.add(rank);
    }
    if (isNewItem) {
      newItems.add(rank);
    }
  }

  /** Returns the hit rate of each {@link #LIKES_A_POINT} likes, in their order; whole ones only. */
  List<Double> progress() {
    return points.stream()
        .filter(point -> point.count() == LIKES_A_POINT)
        .map(RankTally::hitRate)
        .toList();
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
