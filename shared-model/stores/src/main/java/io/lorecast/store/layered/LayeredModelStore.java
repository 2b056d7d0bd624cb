package io.lorecast.store.layered;

import io.lorecast.store.ModelStore;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The current model, recorded and hot. */
public final class LayeredModelStore implements ModelStore {

  private final HotState state;
  private final ModelStore hot;
  private final ModelStore record;

  /** Creates the store over both. */
  public LayeredModelStore(HotState state, ModelStore hot, ModelStore record) {
    this.state = state;
    this.hot = hot;
    this.record = record;
  }

  @Override
  public Uni<Optional<ModelVersion>> currentVersion() {
    return state.read(hot.currentVersion(), Optional::isPresent, record::currentVersion);
  }

  @Override
  public Uni<Optional<StoredModel>> current() {
    return state.read(hot.current(), Optional::isPresent, record::current);
  }

  @Override
  public Uni<Void> publish(StoredModel model) {
    return record.publish(model).chain(() -> hot.publish(model));
  }
}
