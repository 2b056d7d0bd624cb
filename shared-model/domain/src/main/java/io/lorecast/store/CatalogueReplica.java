package io.lorecast.store;

import io.lorecast.learning.FittedModel;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.Catalogue;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.store.CatalogueSources.Profile;
import io.lorecast.store.ChangeFeed.Changes;
import io.lorecast.store.ModelStore.StoredModel;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process's own copy of the catalogue, kept current by the {@link ChangeFeed}: a refresh reads
 * what changed since the last one, everything the first time and when the hot state was lost.
 * Requests that refresh at the same time share one.
 */
public final class CatalogueReplica {

  /** The version before any model was fitted. */
  public static final String NO_MODEL = "none";

  /** A usual length of text vectors, until the first item says what it really is. */
  private static final int LIKELY_DIMENSION = 384;

  private static final String UNKNOWN = "unknown";

  private final CatalogueSources sources;
  private final Catalogue catalogue;
  private final GroupCommit<Boolean, Boolean> refreshes;

  // Written by one refresh at a time, read by all.
  private volatile String generation = UNKNOWN;
  private volatile String modelVersion = NO_MODEL;
  private volatile boolean complete;
  private long revision;
  private final Set<ItemId> known = new HashSet<>();

  /** Creates an empty replica. */
  public CatalogueReplica(
      CatalogueSources sources, LearnerSettings decay, RankingSettings settings) {
    this.sources = sources;
    this.catalogue = new Catalogue(FittedModel.unfitted(LIKELY_DIMENSION), decay, settings);
    this.refreshes =
        new GroupCommit<>(Integer.MAX_VALUE, group -> refreshOnce().replaceWith(group));
  }

  /** Returns the catalogue, as of the last refresh. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Returns the version of the model in use, {@link #NO_MODEL} before the first. */
  public String modelVersion() {
    return modelVersion;
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
        .unis(sources.feed().since(revision), sources.models().currentVersion())
        .asTuple()
        .call(read -> useModel(read.getItem2().orElse(NO_MODEL)))
        .chain(read -> apply(read.getItem1()))
        .onFailure()
        .call(this::fillIfEmpty);
  }

  private Uni<Void> useModel(String version) {
    if (version.equals(modelVersion) || version.equals(NO_MODEL)) {
      return Uni.createFrom().voidItem();
    }
    return sources
        .models()
        .current()
        .invoke(model -> model.ifPresent(this::useModel))
        .replaceWithVoid();
  }

  private void useModel(StoredModel model) {
    catalogue.useModel(FittedModel.fromBytes(model.content()));
    modelVersion = model.version();
  }

  private Uni<Void> apply(Changes changes) {
    complete = !changes.generation().isEmpty();
    Uni<Void> reading =
        changes.generation().equals(generation) ? read(changes) : readAll(changes.generation());
    return reading.invoke(() -> revision = changes.revision());
  }

  private Uni<Void> read(Changes changes) {
    Uni<Void> items =
        changes.items().isEmpty()
            ? Uni.createFrom().voidItem()
            : sources
                .profiles(changes.items())
                .invoke(profiles -> replace(changes.items(), profiles))
                .replaceWithVoid();
    Set<ItemId> counted = new HashSet<>(changes.counted());
    counted.addAll(changes.items());
    return items.chain(() -> count(counted));
  }

  private void replace(Set<ItemId> changed, List<Profile> profiles) {
    Set<ItemId> gone = new HashSet<>(changed);
    for (Profile profile : profiles) {
      gone.remove(profile.item().id());
      put(profile);
    }
    gone.forEach(this::remove);
  }

  private Uni<Void> readAll(String found) {
    Set<ItemId> present = new HashSet<>();
    return sources
        .allProfiles()
        .onItem()
        .call(
            profiles -> {
              List<ItemId> ids = profiles.stream().map(profile -> profile.item().id()).toList();
              present.addAll(ids);
              profiles.forEach(this::put);
              return count(ids);
            })
        .collect()
        .last()
        .invoke(
            () -> {
              known.stream().filter(item -> !present.contains(item)).toList().forEach(this::remove);
              generation = found;
            })
        .replaceWithVoid();
  }

  private Uni<Void> fillIfEmpty() {
    return catalogue.size() > 0
        ? Uni.createFrom().voidItem()
        : sources
            .allProfiles()
            .invoke(profiles -> profiles.forEach(this::put))
            .collect()
            .last()
            .replaceWithVoid();
  }

  private void put(Profile profile) {
    profile
        .content()
        .map(vector -> vector.dimension())
        .filter(d -> catalogue.model().isUnfitted() && d != catalogue.model().contentDimension())
        .ifPresent(d -> catalogue.useModel(FittedModel.unfitted(d)));
    catalogue.put(profile.item(), profile.content());
    known.add(profile.item().id());
  }

  private void remove(ItemId item) {
    catalogue.remove(item);
    known.remove(item);
  }

  private Uni<Void> count(Collection<ItemId> items) {
    if (items.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return sources.learning().counts(items).invoke(this::count).replaceWithVoid();
  }

  private void count(Map<ItemId, ItemCounts> counts) {
    counts.forEach(catalogue::updateCounts);
  }
}
