package io.lorecast.modelrefresh;

import io.lorecast.learning.FitItem;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.InteractionWeights;
import io.lorecast.learning.ModelFitter;
import io.lorecast.learning.TrainingSet;
import io.lorecast.model.Interaction;
import io.lorecast.store.CatalogueSources;
import io.lorecast.store.CatalogueSources.Profile;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.vector.Embedding;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One sweep over the record: reads the catalogue, streams the log, fits, publishes a version. */
@Singleton
class ModelSweep {

  private static final Logger LOG = Logger.getLogger(ModelSweep.class);
  private static final int VERSION_BYTES = 8;
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

  /** Emits what the sweep made; the same record gives the same version. */
  Uni<Swept> run() {
    return Uni.combine()
        .all()
        .unis(items(), training())
        .with(Read::new)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(this::fit);
  }

  private Uni<List<FitItem>> items() {
    return sources
        .allProfiles()
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

  private Uni<Swept> fit(Read read) {
    FittedModel model =
        fitter.fit(dimension(read.items()), read.items(), read.training(), config.seed());
    byte[] content = model.toBytes();
    StoredModel stored = new StoredModel(version(content), content);
    Swept swept =
        new Swept(
            stored.version(),
            read.items().size(),
            read.training().users(),
            read.training().interactions());
    return sources
        .models()
        .publish(stored)
        .invoke(() -> LOG.infof("model %s is current: %s", stored.version(), swept))
        .replaceWith(swept);
  }

  /** Returns the length of text vectors that most items have; 1 if none has any. */
  private static int dimension(List<FitItem> items) {
    Map<Integer, Long> dimensions =
        items.stream()
            .flatMap(item -> item.content().stream())
            .map(Embedding::dimension)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return dimensions.entrySet().stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(1);
  }

  /** Returns a name that says the same for the same content. */
  private static String version(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
