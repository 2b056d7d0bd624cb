package io.lorecast.store;

import io.lorecast.learning.FittedModel;
import io.lorecast.learning.ItemCounts;
import io.lorecast.learning.LearnerSettings;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.Catalogue;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.store.CatalogueSources.Profile;
import io.lorecast.store.ChangeFeed.Changes;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A copy of the catalogue whose contents all lie in one space. One reader at a time. */
final class CatalogueCopy {

  private final CatalogueSources sources;
  private final Catalogue catalogue;
  private final String space;
  private final Set<ItemId> known = new HashSet<>();
  private volatile String modelVersion;

  CatalogueCopy(
      CatalogueSources sources,
      FittedModel model,
      String modelVersion,
      LearnerSettings decay,
      RankingSettings settings) {
    this.sources = sources;
    this.catalogue = new Catalogue(model, decay, settings);
    this.space = model.space().id();
    this.modelVersion = modelVersion;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  String modelVersion() {
    return modelVersion;
  }

  /** Switches to a model of the same space; emits false for one of another, and does nothing. */
  boolean useModel(FittedModel model, String version) {
    if (!model.space().id().equals(space)) {
      return false;
    }
    catalogue.useModel(model);
    modelVersion = version;
    return true;
  }

  /** Reads what changed. */
  Uni<Void> read(Changes changes) {
    Uni<Void> items =
        changes.items().isEmpty()
            ? Uni.createFrom().voidItem()
            : sources
                .profiles(changes.items(), space)
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

  /** Reads everything, and drops what is no longer there. */
  Uni<Void> readAll() {
    Set<ItemId> present = new HashSet<>();
    return sources
        .allProfiles(space)
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
            () ->
                known.stream()
                    .filter(item -> !present.contains(item))
                    .toList()
                    .forEach(this::remove))
        .replaceWithVoid();
  }

  /** Reads everything but the counters, which the record does not have. */
  Uni<Void> fill() {
    return sources
        .allProfiles(space)
        .invoke(profiles -> profiles.forEach(this::put))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private void put(Profile profile) {
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
