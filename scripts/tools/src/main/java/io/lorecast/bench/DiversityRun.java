package io.lorecast.bench;

import io.lorecast.evaluation.Exposure;
import io.lorecast.evaluation.ListMetrics;
import io.lorecast.evaluation.RankTally;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.vector.Embedding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The stream's lists with more and less diversity, each like asked for at every setting. */
final class DiversityRun {

  static final int CUTOFF = StreamReport.CUTOFF;

  /** What the lists of one setting are like. */
  static final class Tally {
    final RankTally hits = new RankTally(CUTOFF);
    private final Exposure<ItemId> exposure;
    private double texts;
    private double entities;
    private double novelty;

    Tally(int items) {
      this.exposure = new Exposure<>(items);
    }

    /** Returns the mean intra-list similarity, of texts and entities alike. */
    double similarity() {
      return (texts() + entities()) / 2;
    }

    /** Returns the mean intra-list similarity of the texts alone. */
    double texts() {
      return texts / Math.max(1, hits.count());
    }

    /** Returns the mean intra-list similarity of the entities alone. */
    double entities() {
      return entities / Math.max(1, hits.count());
    }

    /** Returns the mean novelty of the lists, in bits. */
    double novelty() {
      return novelty / Math.max(1, hits.count());
    }

    double coverage() {
      return exposure.coverage();
    }

    double gini() {
      return exposure.gini();
    }
  }

  private final StreamRun stream;
  private final Similarity similarity;
  private final int users;
  private final Map<Double, Tally> tallies = new LinkedHashMap<>();
  private final Map<ItemId, Set<UserId>> knownBy = new HashMap<>();

  DiversityRun(
      BenchData data, Map<ItemId, Embedding> contents, List<Double> diversities, long seed) {
    this.stream = new StreamRun(data, contents, StreamOptions.learning(seed, true));
    this.similarity = new Similarity(data, contents);
    this.users = (int) data.stream().stream().map(Interaction::user).distinct().count();
    new TreeSet<>(diversities)
        .forEach(diversity -> tallies.put(diversity, new Tally(data.items().size())));
    data.stream()
        .forEach(
            event ->
                knownBy.computeIfAbsent(event.item(), item -> new HashSet<>()).add(event.user()));
  }

  void run() {
    stream.observe(like -> tallies.forEach((diversity, tally) -> add(tally, diversity, like)));
    stream.run();
  }

  private void add(Tally tally, double diversity, Interaction like) {
    List<ItemId> list = stream.best(like.user(), CUTOFF, Set.of(), diversity, like.at());
    tally.hits.add(list.indexOf(like.item()) + 1);
    tally.exposure.add(list);
    tally.texts += ListMetrics.intraListSimilarity(list, similarity::ofTexts);
    tally.entities += ListMetrics.intraListSimilarity(list, similarity::ofEntities);
    tally.novelty += ListMetrics.novelty(list, this::known);
  }

  /** Returns the share of users who know an item by the end; of one nobody knows, as if one did. */
  private double known(ItemId item) {
    return Math.max(1, knownBy.getOrDefault(item, Set.of()).size()) / (double) users;
  }

  /** Returns the tallies by diversity, rising. */
  Map<Double, Tally> tallies() {
    return tallies;
  }
}
