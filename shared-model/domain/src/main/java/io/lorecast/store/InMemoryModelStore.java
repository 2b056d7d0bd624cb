package io.lorecast.store;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link ModelStore} that forgets everything with its process. */
public final class InMemoryModelStore implements ModelStore {

  private @Nullable StoredModel model;

  @Override
  public synchronized Uni<Optional<ModelVersion>> currentVersion() {
    return Uni.createFrom().item(Optional.ofNullable(model).map(StoredModel::version));
  }

  @Override
  public synchronized Uni<Optional<StoredModel>> current() {
    return Uni.createFrom().item(Optional.ofNullable(model));
  }

  @Override
  public synchronized Uni<Void> publish(StoredModel published) {
    model = new StoredModel(published.version(), published.content().clone());
    return Uni.createFrom().voidItem();
  }
}
