package io.lorecast.bench;

import io.lorecast.learning.BlendGradient;
import io.lorecast.learning.BlendLearner;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FitSettings;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.Learner;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.LearningStep;
import io.lorecast.learning.ModelFitter;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.TrainingSet;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.BlendTrainer;
import io.lorecast.ranking.Catalogue;
import io.lorecast.ranking.CatalogueItem;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.ranking.ScoredItem;
import io.lorecast.vector.Embedding;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** One pass over the stream: rank, then learn, as the functions do. */
final class StreamRun {

  private static final int REFIT_LIKES = 5_000;
  private static final int WARM_UP_SHARE = 10;

  private final BenchData data;
  private final Map<ItemId, Embedding> contents;
  private final double diversity;
  private final long seed;
  private final InteractionWeights interactionWeights = InteractionWeights.defaults();
  private final Learner learner = new Learner(interactionWeights, LearnerSettings.defaults());
  private final HotState state = new HotState();
  private final TrainingSet training = new TrainingSet(interactionWeights);
  private final Catalogue catalogue;
  private final Ranker ranker;
  private final BlendTrainer trainer;
  private final RandomGenerator random;
  private BlendWeights weights = BlendWeights.start();
  private BlendGradient gradient = new BlendGradient();
  private final StreamReport product = new StreamReport("Lorecast");
  private final @Nullable StreamPeers peers;
  private long likes;
  private long learnNanos;
  private long rankNanos;

  StreamRun(
      BenchData data,
      Map<ItemId, Embedding> contents,
      float boost,
      double diversity,
      long seed,
      boolean withPeers) {
    this.data = data;
    this.contents = contents;
    this.diversity = diversity;
    this.seed = seed;
    RankingSettings settings = RankingSettings.defaults().withBoost(boost);
    this.ranker = new Ranker(settings);
    this.trainer = new BlendTrainer(settings, BlendLearner.defaults());
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int dimension = contents.values().iterator().next().dimension();
    this.catalogue =
        new Catalogue(FittedModel.unfitted(dimension), LearnerSettings.defaults(), settings);
    data.items().forEach(this::add);
    this.peers = withPeers ? new StreamPeers(data) : null;
  }

  private void add(Item item) {
    CatalogueItem entry = CatalogueItem.of(item, data.edges().getOrDefault(item.id(), List.of()));
    catalogue.put(entry, Optional.ofNullable(contents.get(item.id())));
  }

  void run() {
    int warmUp = data.stream().size() / WARM_UP_SHARE;
    int position = 0;
    for (Interaction interaction : ProgressBar.wrap(data.stream(), "Stream")) {
      boolean liked = interactionWeights.entry(interaction).signal() == Signal.LIKED;
      if (liked) {
        before(interaction, position >= warmUp);
      }
      learn(interaction);
      if (peers != null) {
        peers.see(interaction, liked, position >= warmUp, state.counts(interaction.item()).events() - 1);
      }
      if (liked && ++likes % REFIT_LIKES == 0) {
        refit();
      }
      position++;
    }
  }

  private void before(Interaction like, boolean counts) {
    UserHistory history = state.history(like.user());
    Map<ItemId, NeighbourRow> rows = state.rows(ranker.rowsWanted(history));
    if (counts) {
      long start = cpu();
      List<ScoredItem> items =
          ranker.rank(
              new RankRequest(
                  StreamReport.CUTOFF,
                  state.seen(like.user()),
                  java.util.Set.of(),
                  io.lorecast.ranking.AttributeFilter.ANY,
                  diversity),
              history,
              rows,
              catalogue,
              weights,
              like.at());
      rankNanos += cpu() - start;
      int rank = items.stream().map(ScoredItem::id).toList().indexOf(like.item()) + 1;
      long mine = history.entries().stream().filter(e -> e.signal() == Signal.LIKED).count();
      product.add(
          rank,
          mine < StreamReport.NEW,
          state.counts(like.item()).events() < StreamReport.NEW);
    }
    trainer.add(
        gradient, weights, history, rows, state.seen(like.user()), like.item(), catalogue, like.at(), random);
    if (trainer.isDue(gradient)) {
      weights = trainer.step(weights, gradient);
      gradient = new BlendGradient();
    }
  }

  private void learn(Interaction interaction) {
    UserHistory history = state.history(interaction.user());
    long start = cpu();
    LearningStep step = learner.step(history, interaction);
    learnNanos += cpu() - start;
    state.apply(step);
    catalogue.updateCounts(interaction.item(), state.counts(interaction.item()));
    training.add(interaction);
  }

  private void refit() {
    List<FitItem> items =
        data.items().stream()
            .map(
                item ->
                    new FitItem(
                        item.id(),
                        Optional.ofNullable(contents.get(item.id())),
                        catalogue.find(item.id()).orElseThrow().links().stream()
                            .map(CatalogueItem.Link::entity)
                            .collect(Collectors.toSet())))
            .toList();
    int dimension = catalogue.model().contentDimension();
    catalogue.useModel(
        new ModelFitter(FitSettings.defaults()).fit(dimension, items, training, seed));
  }

  List<StreamReport> reports() {
    List<StreamReport> reports = new ArrayList<>(List.of(product));
    if (peers != null) {
      reports.addAll(peers.reports());
    }
    return reports;
  }

  double learnMicros() {
    return learnNanos / 1e3 / data.stream().size();
  }

  double scoreMicros() {
    return rankNanos / 1e3 / product.all.count();
  }

  BlendWeights weights() {
    return weights;
  }

  String json() {
    Map<String, Double> values = new HashMap<>();
    reports().forEach(report -> values.put(report.name, report.all.hitRate()));
    return String.format(
        Locale.ROOT,
        "{\"hr20\": %.4f, \"ndcg20\": %.4f, \"hr20_new_users\": %.4f, \"hr20_new_items\": %.4f,"
            + " \"hr20_popularity\": %.4f, \"hr20_itemknn_recency\": %.4f, \"learn_us\": %.1f,"
            + " \"score_us\": %.1f, \"events\": %d}",
        product.all.hitRate(),
        product.all.ndcg(),
        product.newUsers.hitRate(),
        product.newItems.hitRate(),
        values.getOrDefault(StreamPeers.POPULARITY, 0d),
        values.getOrDefault(StreamPeers.ITEM_KNN, 0d),
        learnMicros(),
        scoreMicros(),
        data.stream().size());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
