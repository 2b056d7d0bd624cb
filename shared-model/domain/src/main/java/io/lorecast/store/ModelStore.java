package io.lorecast.store;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The batch part of the model: immutable versions and a pointer to the current one. */
public interface ModelStore {

  /**
   * A fitted model as bytes.
   *
   * @param version names it, unique
   */
  @SuppressWarnings("ArrayRecordComponent") // a blob that is handed on once, never compared
  record StoredModel(String version, byte[] content) {}

  /** Emits the version that is current, or empty before the first. */
  Uni<Optional<String>> currentVersion();

  /** Emits the current model, or empty before the first. */
  Uni<Optional<StoredModel>> current();

  /** Stores the model whole, then makes it current; readers see the old one or the new one. */
  Uni<Void> publish(StoredModel model);
}
