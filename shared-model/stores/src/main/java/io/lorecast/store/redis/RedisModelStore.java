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
  public Uni<Optional<String>> currentVersion() {
    Request request = Request.cmd(Command.MGET).arg(keys.modelVersion());
    return redis
        .send("reading the model's version", request)
        .map(answer -> Optional.ofNullable(answer.get(0)).map(Response::toString));
  }

  @Override
  public Uni<Optional<StoredModel>> current() {
    Request request = Request.cmd(Command.MGET).arg(keys.modelVersion()).arg(keys.modelContent());
    return redis.send("reading the model", request).map(RedisModelStore::model);
  }

  private static Optional<StoredModel> model(Response answer) {
    @Nullable Response version = answer.get(0);
    return version == null
        ? Optional.empty()
        : Optional.of(new StoredModel(version.toString(), answer.get(1).toBytes()));
  }

  @Override
  public Uni<Void> publish(StoredModel model) {
    Request request =
        Request.cmd(Command.MSET)
            .arg(keys.modelVersion())
            .arg(model.version())
            .arg(keys.modelContent())
            .arg(model.content());
    return redis.send("publishing the model", request).replaceWithVoid();
  }
}
