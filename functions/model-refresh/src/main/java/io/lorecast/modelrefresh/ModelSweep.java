package io.lorecast.modelrefresh;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.evaluation.ModelComparison;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.HeldOutLike;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.ModelFitter;
import io.lorecast.learning.TrainingSet;
import io.lorecast.model.Interaction;
import io.lorecast.store.CatalogueSources;
import io.lorecast.store.CatalogueSources.Profile;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.store.StoreException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One sweep over the record: reads the catalogue, streams the log, fits, and publishes a version
 * unless it is worse than the current one.
 */
@Singleton
class ModelSweep {

  private static final Logger LOG = Logger.getLogger(ModelSweep.class);
  private static final int LOGGED_EACH = 100_000;

  /**
   * What a sweep read and left.
   *
   * @param version the one that is current now
   * @param promoted whether that is the one that was fitted
   * @param comparison with the one before; empty where there was nothing to compare
   */
  record Swept(
      String version,
      int items,
      int users,
      long interactions,
      boolean promoted,
      Optional<ModelComparison> comparison) {}

  private record Read(List<FitItem> items, TrainingSet training) {}

  private record Judged(StoredModel model, Optional<ModelComparison> comparison) {}

  private final CatalogueSources sources;
  private final FeedbackLog log;
  private final InteractionWeights weights;
  private final ModelFitter fitter;
  private final ModelGuard guard;
  private final ModelRefreshConfig config;

  ModelSweep(
      CatalogueSources sources,
      FeedbackLog log,
      InteractionWeights weights,
      ModelFitter fitter,
      ModelGuard guard,
      ModelRefreshConfig config) {
    this.sources = sources;
    this.log = log;
    this.weights = weights;
    this.fitter = fitter;
    this.guard = guard;
    this.config = config;
  }

  /**
   * Emits what the sweep made of contents in {@code space}; the same record, the same version.
   * Fails with {@link StoreException} if readers no longer use {@code current} when it is done:
   * another sweep has moved them on.
   */
  Uni<Swept> run(ContentSpace current, ContentSpace space) {
    long start = System.nanoTime();
    return Uni.combine()
        .all()
        .unis(items(space), training())
        .with(Read::new)
        .invoke(read -> report(read, start))
        .chain(
            read ->
                sources
                    .models()
                    .current()
                    .invoke(ModelSweep::report)
                    .chain(before -> fit(current, space, read, before)));
  }

  private Uni<List<FitItem>> items(ContentSpace space) {
    return sources
        .allProfiles(space.id())
        .onItem()
        .transformToIterable(profiles -> profiles.stream().map(Profile::toFitItem).toList())
        .collect()
        .asList();
  }

  private Uni<TrainingSet> training() {
    return log.all().collect().in(() -> new TrainingSet(weights, config.mostOpinions()), this::add);
  }

  private void add(TrainingSet training, Interaction interaction) {
    training.add(interaction);
    if (training.interactions() % LOGGED_EACH == 0) {
      LOG.infof("model-refresh has read %d interactions", training.interactions());
    }
  }

  private static void report(Read read, long start) {
    LOG.infof(
        "read %d items and %d interactions of %d users (%s of all) in %d ms",
        read.items().size(),
        read.training().interactions(),
        read.training().users(),
        read.training().share(),
        millisSince(start));
  }

  private static void report(Optional<StoredModel> before) {
    before
        .filter(StoredModel::isOfAnotherVersion)
        .ifPresent(
            model ->
                LOG.warnf(
                    "the current model, %s, is in the format of another version of Lorecast:"
                        + " until this refresh is done nothing but the unfitted model is served",
                    model.version().name()));
  }

  private Uni<Swept> fit(
      ContentSpace current, ContentSpace space, Read read, Optional<StoredModel> before) {
    return Uni.createFrom()
        .item(() -> judged(space, read, before))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(judged -> settle(current, read, judged, before));
  }

  private Judged judged(ContentSpace space, Read read, Optional<StoredModel> before) {
    long start = System.nanoTime();
    // A model of another space cannot read these contents: there is nothing to start from.
    Optional<FittedModel> earlier =
        before.map(StoredModel::fitted).filter(model -> model.space().equals(space));
    List<HeldOutLike> heldOut = guard.holdOut(read.training());
    FittedModel candidate =
        fitter(read)
            .fit(
                space,
                read.items(),
                read.training(),
                config.seed(),
                earlier.filter(model -> config.warmStart()));
    LOG.infof("fitted in %d ms", millisSince(start));
    return new Judged(
        StoredModel.of(candidate), guard.compare(read.items(), heldOut, candidate, earlier));
  }

  private ModelFitter fitter(Read read) {
    if (!config.chooseFactors()) {
      return fitter;
    }
    ModelFitter chosen = fitter.chosenBy(read.items(), read.training(), config.seed());
    LOG.infof(
        "chose unobserved %s and regularisation %s by held-out likes",
        chosen.settings().unobserved(), chosen.settings().regularisation());
    return chosen;
  }

  private Uni<Swept> settle(
      ContentSpace current, Read read, Judged judged, Optional<StoredModel> before) {
    boolean promoted = guard.promotes(judged.comparison());
    Swept swept =
        new Swept(
            (promoted ? judged.model() : before.orElse(judged.model())).version().name(),
            read.items().size(),
            read.training().users(),
            read.training().interactions(),
            promoted,
            judged.comparison());
    return sources
        .models()
        .currentSpace()
        .invoke(now -> requireSame(current, now))
        .chain(
            () -> promoted ? sources.models().publish(judged.model()) : Uni.createFrom().voidItem())
        .invoke(() -> LOG.infof("model %s is current: %s", swept.version(), swept))
        .replaceWith(swept);
  }

  private static void requireSame(ContentSpace current, ContentSpace now) {
    if (!now.equals(current)) {
      throw new StoreException(
          "publishing a model of space " + current.id(),
          new ConcurrentModificationException("readers use " + now.id()));
    }
  }

  private static long millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
