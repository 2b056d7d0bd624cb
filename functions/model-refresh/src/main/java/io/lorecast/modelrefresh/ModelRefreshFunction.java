package io.lorecast.modelrefresh;

import io.lorecast.events.ModelRefreshRequested;
import io.lorecast.events.ModelRefreshed;
import io.lorecast.modelrefresh.ModelSweep.Swept;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.GroupCommit;
import io.lorecast.store.HotStateRebuild;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;

/**
 * Fits the batch part of the model anew: model-refresh in, model-refreshed out. One at a time;
 * requests that arrive meanwhile share the next one. Restores the hot state first if it was lost or
 * if asked to.
 */
@Singleton
public class ModelRefreshFunction {

  private final ModelSweep sweep;
  private final HotStateRebuild rebuild;
  private final ChangeFeed feed;
  private final GroupCommit<ModelRefreshRequested, Swept> refreshes =
      new GroupCommit<>(Integer.MAX_VALUE, this::refresh);

  ModelRefreshFunction(ModelSweep sweep, HotStateRebuild rebuild, ChangeFeed feed) {
    this.sweep = sweep;
    this.rebuild = rebuild;
    this.feed = feed;
  }

  /** Rebuilds what was lost, fits, publishes. */
  @Funq("model-refresh")
  public Uni<ModelRefreshed> onModelRefresh(ModelRefreshRequested request) {
    return refreshes
        .submit(request)
        .map(
            swept ->
                new ModelRefreshed(
                    request.refreshId(),
                    swept.version(),
                    swept.items(),
                    swept.users(),
                    swept.interactions()));
  }

  private Uni<List<Swept>> refresh(List<ModelRefreshRequested> requests) {
    boolean asked = requests.stream().anyMatch(request -> Boolean.TRUE.equals(request.rebuild()));
    return feed.since(Long.MAX_VALUE)
        .chain(
            changes ->
                asked || changes.generation().isEmpty()
                    ? rebuild.run()
                    : Uni.createFrom().voidItem())
        .chain(sweep::run)
        .map(swept -> Collections.nCopies(requests.size(), swept));
  }
}
