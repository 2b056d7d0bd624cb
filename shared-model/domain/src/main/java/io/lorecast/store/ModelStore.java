package io.lorecast.store;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.hash.Sha256;
import io.lorecast.learning.FittedModel;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The batch part of the model: immutable versions and a pointer to the current one. */
public interface ModelStore {

  /**
   * A model's name and what it was made for.
   *
   * @param name unique
   * @param space the content space that it reads, {@link io.lorecast.encoding.ContentSpace#text}
   */
  record ModelVersion(String name, String space) {}

  /** A fitted model as bytes. */
  @SuppressWarnings("ArrayRecordComponent") // a blob that is handed on once, never compared
  record StoredModel(ModelVersion version, byte[] content) {

    private static final int NAME_BYTES = 8;

    /** Returns {@code model} under a name that says the same for the same bytes. */
    public static StoredModel of(FittedModel model) {
      byte[] content = model.toBytes();
      String name = Sha256.hex(content, NAME_BYTES);
      return new StoredModel(new ModelVersion(name, model.space().text()), content);
    }

    /** Returns whether this is in the format of another version of the software. */
    public boolean isOfAnotherVersion() {
      return FittedModel.isOfAnotherVersion(content);
    }

    /**
     * Returns the model. That of another version of the software is as good as none: it is replaced
     * by the unfitted one of its space, with which everything works until the next refresh.
     *
     * @throws IllegalArgumentException if the bytes are no model
     */
    public FittedModel fitted() {
      return isOfAnotherVersion()
          ? FittedModel.unfitted(ContentSpace.parse(version.space()))
          : FittedModel.fromBytes(content);
    }
  }

  /** Emits the version that is current, or empty before the first. */
  Uni<Optional<ModelVersion>> currentVersion();

  /** Emits the content space that readers use now; {@link ContentSpace#NONE} before any model. */
  default Uni<ContentSpace> currentSpace() {
    return currentVersion()
        .map(
            version ->
                version
                    .map(ModelVersion::space)
                    .map(ContentSpace::parse)
                    .orElse(ContentSpace.NONE));
  }

  /** Emits the current model, or empty before the first. */
  Uni<Optional<StoredModel>> current();

  /** Stores the model whole, then makes it current; readers see the old one or the new one. */
  Uni<Void> publish(StoredModel model);
}
