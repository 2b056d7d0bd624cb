package io.lorecast.bench;

import io.lorecast.evaluation.Split;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * New users: all of what four fifths of the users did is learned from, and of one fifth only the
 * first 1, 2, 5 and 10 events; what those users liked after their tenth event is to be found. So
 * the same likes are to be found from more and more.
 *
 * <p>Source: strong generalisation, "Collaborative Filtering: A Machine Learning Perspective",
 * University of Toronto, 2004; here with few events instead of all but one.
 */
final class SparseRun {

  static final List<Integer> KEPT = List.of(1, 2, 5, 10);
  static final int CUTOFF = 20;

  private static final int CUT_SHARE = 5;

  /** Which fifth of the users is cut. */
  enum Who {
    /** Those who came last: what all others did is mostly their past, as it is for new users. */
    NEWEST,
    /** A random fifth, for whom what others did is past and future alike. */
    RANDOM
  }

  private final BenchData data;
  private final long seed;
  private final Set<UserId> cut;

  SparseRun(BenchData data, Who who, long seed) {
    this.data = data;
    this.seed = seed;
    // In the order of their first event.
    Map<UserId, Integer> events = new LinkedHashMap<>();
    data.stream().forEach(event -> events.merge(event.user(), 1, Integer::sum));
    List<UserId> users = new ArrayList<>(events.keySet());
    users.removeIf(user -> events.getOrDefault(user, 0) <= KEPT.getLast());
    switch (who) {
      case NEWEST -> Collections.reverse(users);
      case RANDOM -> Collections.shuffle(users, new Random(seed));
    }
    this.cut = new HashSet<>(users.subList(0, users.size() / CUT_SHARE));
  }

  Set<UserId> cut() {
    return cut;
  }

  /** Returns the rows of the product and of {@code peers} for each number of events. */
  Map<Integer, List<OfflineRun.Row>> rows(Map<ItemId, Embedding> contents, List<Contender> peers) {
    OfflineSplit others = split(0);
    StreamRun product = StreamedProduct.of(contents).run(others, seed);
    Set<String> learned =
        others.training().stream().map(Interaction::feedbackId).collect(Collectors.toSet());
    Map<Integer, List<OfflineRun.Row>> rows = new LinkedHashMap<>();
    for (int kept : KEPT) {
      OfflineSplit split = split(kept);
      for (Interaction event : split.training()) {
        if (learned.add(event.feedbackId())) {
          product.learn(event);
        }
      }
      OfflineRun run = new OfflineRun(split, CUTOFF, seed);
      List<OfflineRun.Row> some = new ArrayList<>();
      some.add(run.row("Lorecast", StreamedProduct.lists(product, split), 0));
      peers.forEach(peer -> some.add(run.row(peer)));
      rows.put(kept, some);
    }
    return rows;
  }

  private OfflineSplit split(int kept) {
    Split<Interaction> most =
        Split.firstOfSome(data.stream(), Interaction::user, cut, KEPT.getLast());
    Split<Interaction> few = Split.firstOfSome(data.stream(), Interaction::user, cut, kept);
    return OfflineSplit.of(data, new Split<>(few.training(), most.test()));
  }
}
