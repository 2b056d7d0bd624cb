package io.lorecast.store;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.ranking.Catalogue;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.store.ChangeFeed.Changes;
import io.lorecast.store.ModelStore.ModelVersion;
import io.lorecast.store.ModelStore.StoredModel;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * A process's own copy of the catalogue, kept current by the {@link ChangeFeed}: a refresh reads
 * what changed since the last one, everything the first time and when the hot state was lost.
 * Requests that refresh at the same time share one.
 *
 * <p>A model of another content space gets a copy of its own, which replaces the old one when it is
 * whole: no ranking ever sees contents of two spaces.
 */
public final class CatalogueReplica {

  /** The version before any model was fitted. */
  public static final String NO_MODEL = "none";

  private static final String UNKNOWN = "unknown";

  private final CatalogueSources sources;
  private final LearnerSettings decay;
  private final RankingSettings settings;
  private final Optional<SequenceReplica> sequence;
  private final GroupCommit<Boolean, Boolean> refreshes;

  // Written by one refresh at a time, read by all.
  private volatile CatalogueCopy copy;
  private volatile String generation = UNKNOWN;
  private volatile boolean complete;
  private long revision;

  /** Creates an empty replica without the sequence term. */
  public CatalogueReplica(
      CatalogueSources sources, LearnerSettings decay, RankingSettings settings) {
    this(sources, decay, settings, Optional.empty());
  }

  /** Creates an empty replica. */
  public CatalogueReplica(
      CatalogueSources sources,
      LearnerSettings decay,
      RankingSettings settings,
      Optional<SequenceStore> sequence) {
    this.sources = sources;
    this.sequence = sequence.map(SequenceReplica::new);
    this.decay = decay;
    this.settings = settings;
    this.copy = new CatalogueCopy(sources, unfitted(), NO_MODEL, decay, settings);
    this.refreshes =
        new GroupCommit<>(Integer.MAX_VALUE, group -> refreshOnce().replaceWith(group));
  }

  private static FittedModel unfitted() {
    return FittedModel.unfitted(ContentSpace.NONE);
  }

  /** Returns the catalogue, as of the last refresh. */
  public Catalogue catalogue() {
    return copy.catalogue();
  }

  /** Returns the version of the model in use, {@link #NO_MODEL} before the first. */
  public String modelVersion() {
    return copy.modelVersion();
  }

  /**
   * Returns whether the counters and histories of the hot state are all there, as of the last
   * refresh; if not, they were lost and wait for a rebuild.
   */
  public boolean isHotStateComplete() {
    return complete;
  }

  /**
   * Takes over what changed. Fails with {@link StoreException} if that cannot be read; the
   * catalogue then stays as it was, except that an empty one is filled from the record first.
   */
  public Uni<Void> refresh() {
    return refreshes.submit(true).replaceWithVoid();
  }

  private Uni<Void> refreshOnce() {
    return Uni.combine()
        .all()
        .unis(sources.feed().since(revision), underCurrentModel())
        .asTuple()
        .chain(read -> apply(read.getItem1(), read.getItem2()))
        .chain(this::refreshSequence)
        .onFailure()
        .call(this::fillIfEmpty);
  }

  /** Emits the copy in use, under the current model, or a new one if that has another space. */
  private Uni<CatalogueCopy> underCurrentModel() {
    return sources
        .models()
        .currentVersion()
        .chain(
            version ->
                version.map(ModelVersion::name).orElse(NO_MODEL).equals(modelVersion())
                    ? Uni.createFrom().item(copy)
                    : sources.models().current().map(this::under));
  }

  private CatalogueCopy under(Optional<StoredModel> current) {
    FittedModel model = current.map(StoredModel::fitted).orElseGet(CatalogueReplica::unfitted);
    String version = current.map(stored -> stored.version().name()).orElse(NO_MODEL);
    return copy.useModel(model, version)
        ? copy
        : new CatalogueCopy(sources, model, version, decay, settings);
  }

  private Uni<Void> apply(Changes changes, CatalogueCopy target) {
    complete = !changes.generation().isEmpty();
    boolean known = target.equals(copy) && changes.generation().equals(generation);
    return (known ? target.read(changes) : target.readAll())
        .invoke(
            () -> {
              copy = target;
              generation = changes.generation();
              revision = changes.revision();
            });
  }

  private Uni<Void> refreshSequence() {
    return sequence
        .map(rows -> rows.refresh(copy.catalogue()))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> fillIfEmpty() {
    return copy.catalogue().size() > 0
        ? Uni.createFrom().voidItem()
        : underCurrentModel().chain(target -> target.fill().invoke(() -> copy = target));
  }
}
