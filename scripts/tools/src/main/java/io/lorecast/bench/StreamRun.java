package io.lorecast.bench;

import io.lorecast.learning.BlendGradient;
import io.lorecast.learning.BlendLearner;
import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.BlendTrainer;
import io.lorecast.ranking.RankRequest;
import io.lorecast.ranking.Ranker;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.vector.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import me.tongfei.progressbar.ProgressBar;

/** One pass over the stream: rank, then learn, as the functions do. */
final class StreamRun {

  private static final int REFIT_LIKES = 5_000;
  private static final int WARM_UP_SHARE = 10;

  /** Terms and reasons of so many rankings are timed; they don't change which items come. */
  private static final int EXPLAINED_EVERY = 10;

  private final BenchData data;
  private final StreamOptions options;
  private final Replica replica;
  private final Ranker ranker;
  private final BlendTrainer trainer;
  private final RandomGenerator random;
  private final StreamReport product;
  private final Optional<SequenceRounds> sequence;
  private final StreamPeers peers;
  private BlendWeights weights = BlendWeights.start();
  private BlendGradient gradient = new BlendGradient();
  private Consumer<Interaction> observer = like -> {};
  private long scoreNanos;
  private long explainNanos;
  private long explained;

  StreamRun(BenchData data, Map<ItemId, Embedding> contents, StreamOptions options) {
    this(data, Contents.ofText(contents), options);
  }

  StreamRun(BenchData data, Contents contents, StreamOptions options) {
    this.data = data;
    this.options = options;
    StreamOptions.NewItems lane = options.newItems();
    RankingSettings settings =
        RankingSettings.defaults()
            .withNewItems(lane.boost(), lane.places(), lane.popularity())
            .withGraphHops(options.graphHops());
    this.replica = new Replica(data, contents, settings, options.seed());
    this.ranker = new Ranker(settings);
    this.trainer = new BlendTrainer(settings, BlendLearner.defaults());
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(options.seed());
    this.product = new StreamReport(options.sequence() ? "Lorecast, sequence term" : "Lorecast");
    this.sequence =
        options.sequence() ? Optional.of(new SequenceRounds(replica.catalogue)) : Optional.empty();
    this.peers = new StreamPeers(data, options.peers(), options.seed());
  }

  void run() {
    int warmUp = data.stream().size() / WARM_UP_SHARE;
    long likes = 0;
    int position = 0;
    for (Interaction interaction : ProgressBar.wrap(data.stream(), "Stream")) {
      boolean liked = replica.weights.entry(interaction).signal() == Signal.LIKED;
      boolean counts = position++ >= warmUp;
      long met = replica.state.counts(interaction.item()).events();
      if (liked && options.usesModelOnTheWay()) {
        judge(interaction, counts, met);
      }
      UserHistory before = replica.state.history(interaction.user());
      replica.learn(interaction);
      if (liked) {
        sequence.ifPresent(rounds -> rounds.add(before, replica.weights.entry(interaction)));
      }
      peers.see(interaction, liked, counts, met);
      if (liked && ++likes % REFIT_LIKES == 0 && options.usesModelOnTheWay()) {
        replica.refit();
      }
    }
  }

  private void judge(Interaction like, boolean counts, long met) {
    UserHistory history = replica.state.history(like.user());
    Map<ItemId, NeighbourRow> rows = replica.state.rows(ranker.rowsWanted(history));
    if (counts) {
      observer.accept(like);
    }
    if (counts && options.ranks()) {
      long likes = history.entries().stream().filter(e -> e.signal() == Signal.LIKED).count();
      product.add(rank(like, history, rows), likes < StreamReport.NEW, met < StreamReport.NEW);
    }
    if (options.learnWeights()) {
      learnWeights(like, history, rows);
    }
  }

  /** Fits the model anew to all that has been learned. */
  void refit() {
    replica.refit();
  }

  /** Learns from one more interaction, without ranking it. */
  void learn(Interaction interaction) {
    replica.learn(interaction);
  }

  /** Has {@code observer} called before each like that counts is learned from. */
  void observe(Consumer<Interaction> observer) {
    this.observer = observer;
  }

  /** Returns the best items that {@code user} has not met, as the product ranks them now. */
  List<ItemId> best(UserId user, int k, Set<ItemId> barred, double diversity, Instant now) {
    UserHistory history = replica.state.history(user);
    Set<ItemId> seen = replica.state.seen(user);
    RankRequest request = RankRequest.best(k, seen).without(barred).withDiversity(diversity);
    Map<ItemId, NeighbourRow> rows = replica.state.rows(ranker.rowsWanted(history));
    return ranker.best(request, history, rows, replica.catalogue, weights, now);
  }

  /** Returns where the product ranks the item liked, from 1; 0 if not by the cutoff. */
  private int rank(Interaction like, UserHistory history, Map<ItemId, NeighbourRow> rows) {
    Set<ItemId> seen = replica.state.seen(like.user());
    RankRequest request =
        RankRequest.best(StreamReport.CUTOFF, seen).withDiversity(options.diversity());
    if (product.all.count() % EXPLAINED_EVERY == 0) {
      explain(request, like, history, rows);
    }
    long start = Replica.cpu();
    List<ItemId> items = ranker.best(request, history, rows, replica.catalogue, weights, like.at());
    scoreNanos += Replica.cpu() - start;
    return items.indexOf(like.item()) + 1;
  }

  /** Times the whole answer, with terms and reasons. */
  private void explain(
      RankRequest request, Interaction like, UserHistory history, Map<ItemId, NeighbourRow> rows) {
    long start = Replica.cpu();
    ranker.rank(request, history, rows, replica.catalogue, weights, like.at());
    explainNanos += Replica.cpu() - start;
    explained++;
  }

  private void learnWeights(Interaction like, UserHistory history, Map<ItemId, NeighbourRow> rows) {
    trainer.add(
        gradient,
        weights,
        history,
        rows,
        replica.state.seen(like.user()),
        like.item(),
        replica.catalogue,
        like.at(),
        random);
    if (trainer.isDue(gradient)) {
      weights = trainer.step(weights, gradient);
      gradient = new BlendGradient();
    }
  }

  StreamReport product() {
    return product;
  }

  List<StreamReport> reports() {
    List<StreamReport> reports = new ArrayList<>(List.of(product));
    reports.addAll(peers.reports());
    return reports;
  }

  /** Returns the rounds of the sequence term, empty where it is not learned. */
  Optional<SequenceRounds> sequence() {
    return sequence;
  }

  double learnMicros() {
    return replica.learnMicros();
  }

  /** Returns the CPU time of finding the best items, microseconds. */
  double scoreMicros() {
    return scoreNanos / 1e3 / Math.max(1, product.all.count());
  }

  /** Returns the CPU time of a whole answer, microseconds. */
  double rankMicros() {
    return explainNanos / 1e3 / Math.max(1, explained);
  }

  BlendWeights weights() {
    return weights;
  }
}
