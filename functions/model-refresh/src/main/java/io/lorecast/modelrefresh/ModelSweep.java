package io.lorecast.modelrefresh;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FitItem;
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
import java.util.ConcurrentModificationException;
import java.util.List;
import org.jboss.logging.Logger;

/** One sweep over the record: reads the catalogue, streams the log, fits, publishes a version. */
@Singleton
class ModelSweep {

  private static final Logger LOG = Logger.getLogger(ModelSweep.class);
  private static final int LOGGED_EACH = 100_000;

  /** What a sweep read and left. */
  record Swept(String version, int items, int users, long interactions) {}

  private record Read(List<FitItem> items, TrainingSet training) {}

  private final CatalogueSources sources;
  private final FeedbackLog log;
  private final InteractionWeights weights;
  private final ModelFitter fitter;
  private final ModelRefreshConfig config;

  ModelSweep(
      CatalogueSources sources,
      FeedbackLog log,
      InteractionWeights weights,
      ModelFitter fitter,
      ModelRefreshConfig config) {
    this.sources = sources;
    this.log = log;
    this.weights = weights;
    this.fitter = fitter;
    this.config = config;
  }

  /**
   * Emits what the sweep made of contents in {@code space}; the same record, the same version.
   * Fails with {@link StoreException} if readers no longer use {@code current} when it is done:
   * another sweep has moved them on.
   */
  Uni<Swept> run(ContentSpace current, ContentSpace space) {
    return Uni.combine()
        .all()
        .unis(items(space), training())
        .with(Read::new)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(read -> fit(current, space, read));
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
    return log.all().collect().in(() -> new TrainingSet(weights), this::add);
  }

  private void add(TrainingSet training, Interaction interaction) {
    training.add(interaction);
    if (training.interactions() % LOGGED_EACH == 0) {
      LOG.infof("model-refresh has read %d interactions", training.interactions());
    }
  }

  private Uni<Swept> fit(ContentSpace current, ContentSpace space, Read read) {
    StoredModel stored =
        StoredModel.of(fitter.fit(space, read.items(), read.training(), config.seed()));
    Swept swept =
        new Swept(
            stored.version().name(),
            read.items().size(),
            read.training().users(),
            read.training().interactions());
    return sources
        .models()
        .currentSpace()
        .invoke(now -> requireSame(current, now))
        .chain(() -> sources.models().publish(stored))
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
}
