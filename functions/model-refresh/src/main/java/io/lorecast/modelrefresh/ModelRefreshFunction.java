package io.lorecast.modelrefresh;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.evaluation.ModelComparison;
import io.lorecast.events.ModelRefreshRequested;
import io.lorecast.events.ModelRefreshed;
import io.lorecast.model.InvalidEventException;
import io.lorecast.modelrefresh.ModelSweep.Swept;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.GroupCommit;
import io.lorecast.store.HotStateRebuild;
import io.lorecast.store.ModelStore;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Fits the batch part of the model anew: model-refresh in, model-refreshed out. One at a time;
 * requests that arrive meanwhile share the next one. Restores the hot state first if it was lost or
 * if asked to.
 */
@Singleton
public class ModelRefreshFunction {

  private final ModelSweep sweep;
  private final SpaceSwitch spaceSwitch;
  private final FusionLearning fusion;
  private final ModelRefreshConfig config;
  private final ModelStore models;
  private final HotStateRebuild rebuild;
  private final ChangeFeed feed;
  private final GroupCommit<ModelRefreshRequested, Swept> refreshes =
      new GroupCommit<>(Integer.MAX_VALUE, this::refresh);

  ModelRefreshFunction(
      ModelSweep sweep,
      SpaceSwitch spaceSwitch,
      FusionLearning fusion,
      ModelRefreshConfig config,
      ModelStore models,
      HotStateRebuild rebuild,
      ChangeFeed feed) {
    this.sweep = sweep;
    this.spaceSwitch = spaceSwitch;
    this.fusion = fusion;
    this.config = config;
    this.models = models;
    this.rebuild = rebuild;
    this.feed = feed;
  }

  /** Rebuilds what was lost, fits, publishes. */
  @Funq("model-refresh")
  public Uni<ModelRefreshed> onModelRefresh(ModelRefreshRequested request) {
    requireSpace(request);
    return refreshes.submit(request).map(swept -> refreshed(request, swept));
  }

  private static ModelRefreshed refreshed(ModelRefreshRequested request, Swept swept) {
    return new ModelRefreshed(
        request.refreshId(),
        swept.version(),
        swept.items(),
        swept.users(),
        swept.interactions(),
        swept.promoted(),
        swept.comparison().map(ModelComparison::candidate).orElse(null),
        swept.comparison().map(ModelComparison::current).orElse(null));
  }

  private static void requireSpace(ModelRefreshRequested request) {
    try {
      Optional.ofNullable(request.space()).ifPresent(ContentSpace::parse);
    } catch (IllegalArgumentException e) {
      throw new InvalidEventException("space", "must be a content space: " + e.getMessage());
    }
  }

  private Uni<List<Swept>> refresh(List<ModelRefreshRequested> requests) {
    boolean asked = requests.stream().anyMatch(request -> Boolean.TRUE.equals(request.rebuild()));
    return feed.since(Long.MAX_VALUE)
        .chain(
            changes ->
                asked || changes.generation().isEmpty()
                    ? rebuild.run()
                    : Uni.createFrom().voidItem())
        .chain(models::currentSpace)
        .chain(current -> sweep(current, wanted(requests)))
        .map(swept -> Collections.nCopies(requests.size(), swept));
  }

  private Uni<Swept> sweep(ContentSpace current, Optional<ContentSpace> wanted) {
    return wanted
        .map(space -> spaceSwitch.to(current, space))
        .orElseGet(() -> sweep.run(current, current).chain(swept -> learned(current, swept)));
  }

  /** Emits {@code swept}, or what was made of other weights where they have been learned. */
  private Uni<Swept> learned(ContentSpace current, Swept swept) {
    return config.learnFusion()
        ? fusion
            .learn()
            .chain(
                space ->
                    space.equals(current)
                        ? Uni.createFrom().item(swept)
                        : spaceSwitch.to(current, space))
        : Uni.createFrom().item(swept);
  }

  /** Returns the space that the last of {@code requests} to name one names. */
  private static Optional<ContentSpace> wanted(List<ModelRefreshRequested> requests) {
    return requests.stream()
        .map(ModelRefreshRequested::space)
        .filter(Objects::nonNull)
        .map(ContentSpace::parse)
        .reduce((earlier, later) -> later);
  }
}
