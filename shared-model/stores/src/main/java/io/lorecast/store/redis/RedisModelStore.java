package io.lorecast.store.redis;

import io.lorecast.store.ModelStore;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link ModelStore} of the current model alone: its version and its bytes, set together. */
public final class RedisModelStore implements ModelStore {

  private final RedisCommands redis;
  private final RedisKeys keys;

  /** Creates the store of one tenant. */
  public RedisModelStore(RedisCommands redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  @Override
  public Uni<Optional<ModelVersion>> currentVersion() {
    Request request = Request.cmd(Command.MGET).arg(keys.modelVersion()).arg(keys.modelSpace());
    return redis.send("reading the model's version", request).map(RedisModelStore::version);
  }

  @Override
  public Uni<Optional<StoredModel>> current() {
    Request request =
        Request.cmd(Command.MGET)
            .arg(keys.modelVersion())
            .arg(keys.modelSpace())
            .arg(keys.modelContent());
    return redis.send("reading the model", request).map(RedisModelStore::model);
  }

  private static Optional<StoredModel> model(Response answer) {
    return version(answer).map(version -> new StoredModel(version, answer.get(2).toBytes()));
  }

  private static Optional<ModelVersion> version(Response answer) {
    @Nullable Response name = answer.get(0);
    @Nullable Response space = answer.get(1);
    return name == null || space == null
        ? Optional.empty()
        : Optional.of(new ModelVersion(name.toString(), space.toString()));
  }

  @Override
  public Uni<Void> publish(StoredModel model) {
    Request request =
        Request.cmd(Command.MSET)
            .arg(keys.modelVersion())
            .arg(model.version().name())
            .arg(keys.modelSpace())
            .arg(model.version().space())
            .arg(keys.modelContent())
            .arg(model.content());
    return redis.send("publishing the model", request).replaceWithVoid();
  }
}
