package io.lorecast.bench;

import io.lorecast.evaluation.RankingMetrics;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.ranking.ScoredItem;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;

/** Learns from the feedback on warm items, then ranks the cold ones for each user. */
final class ColdRun {

  static final String PRODUCT = "Lorecast";
  static final String MEAN_TEXT = "mean of liked text";
  static final String RANDOM = "random";

  private static final int COLD_SHARE = 5;
  private static final int RECALL_AT = 20;
  private static final int NDCG_AT = 10;

  /** Means over the users. */
  record Row(double recall, double ndcg) {
    static final Row NONE = new Row(0, 0);
  }

  private final Map<ItemId, Embedding> contents;
  private final float[] centre;
  private final Replica replica;
  private final Ranker ranker;
  private final Set<ItemId> warm;
  private final List<ItemId> cold;
  private final List<Interaction> stream;
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();
  private final Random random;

  ColdRun(BenchData data, Map<ItemId, Embedding> contents, long seed) {
    this.contents = contents;
    this.centre = mean(contents.values());
    this.stream = data.stream();
    this.random = new Random(seed);
    // Boosts are for the few new among many known; here all are new.
    RankingSettings settings = RankingSettings.defaults().withBoost(0);
    this.replica = new Replica(data, contents, settings, seed);
    this.ranker = new Ranker(settings);
    List<ItemId> shuffled = new ArrayList<>(data.items().stream().map(Item::id).toList());
    Collections.shuffle(shuffled, random);
    this.cold = shuffled.subList(0, shuffled.size() / COLD_SHARE);
    this.warm = new HashSet<>(shuffled.subList(cold.size(), shuffled.size()));
  }

  void run() {
    Map<String, Set<ItemId>> wanted = new TreeMap<>();
    for (Interaction interaction : ProgressBar.wrap(stream, "Learning")) {
      if (warm.contains(interaction.item())) {
        replica.learn(interaction);
      } else if (replica.weights.entry(interaction).signal() == Signal.LIKED) {
        wanted
            .computeIfAbsent(interaction.user().value(), user -> new HashSet<>())
            .add(interaction.item());
      }
    }
    replica.refit();
    wanted.forEach((user, items) -> rank(replica.state.history(new UserId(user)), items));
  }

  private void rank(UserHistory history, Set<ItemId> wanted) {
    RankRequest request = RankRequest.best(RECALL_AT, Set.of()).without(warm);
    List<ItemId> ranked =
        ranker
            .rank(
                request,
                history,
                replica.state.rows(ranker.rowsWanted(history)),
                replica.catalogue,
                BlendWeights.start(),
                stream.getLast().at())
            .stream()
            .map(ScoredItem::id)
            .toList();
    add(PRODUCT, ranked, wanted);
    add(MEAN_TEXT, byMeanText(history), wanted);
    List<ItemId> shuffled = new ArrayList<>(cold);
    Collections.shuffle(shuffled, random);
    add(RANDOM, shuffled, wanted);
  }

  private void add(String name, List<ItemId> ranked, Set<ItemId> wanted) {
    rows.computeIfAbsent(name, key -> new ArrayList<>())
        .add(
            new Row(
                RankingMetrics.recall(ranked, wanted, RECALL_AT),
                RankingMetrics.ndcg(ranked, wanted, NDCG_AT)));
  }

  private List<ItemId> byMeanText(UserHistory history) {
    float[] mean = new float[centre.length];
    history.entries().stream()
        .filter(entry -> entry.signal() == Signal.LIKED)
        .forEach(entry -> VectorMath.addScaled(mean, 1, centred(entry.item())));
    Map<ItemId, Float> scores = new HashMap<>();
    cold.forEach(item -> scores.put(item, VectorMath.cosine(mean, centred(item))));
    return cold.stream()
        .sorted(Comparator.comparingDouble(item -> -scores.getOrDefault(item, 0f)))
        .toList();
  }

  /** Returns the item's text less what all texts have in common: raw cosines are half as good. */
  private float[] centred(ItemId item) {
    float[] vector = Objects.requireNonNull(contents.get(item)).toArray();
    VectorMath.addScaled(vector, -1, centre);
    return vector;
  }

  private static float[] mean(Collection<Embedding> vectors) {
    float[] mean = new float[vectors.iterator().next().dimension()];
    vectors.forEach(vector -> VectorMath.addScaled(mean, 1f / vectors.size(), vector.toArray()));
    return mean;
  }

  int coldItems() {
    return cold.size();
  }

  int users() {
    return rows.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Returns the product's row and its baselines', by name. */
  Map<String, Row> rows() {
    return rows.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, row -> mean(row.getValue()), (a, b) -> a, LinkedHashMap::new));
  }

  private static Row mean(List<Row> rows) {
    return new Row(
        rows.stream().mapToDouble(Row::recall).average().orElse(0),
        rows.stream().mapToDouble(Row::ndcg).average().orElse(0));
  }
}
