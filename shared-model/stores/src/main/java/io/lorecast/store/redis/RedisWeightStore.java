package io.lorecast.store.redis;

import io.lorecast.store.FloatCodec;
import io.lorecast.store.WeightStore;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link WeightStore} of one hash: the revision, and the values as little-endian floats. */
public final class RedisWeightStore implements WeightStore {

  private static final RedisScript SAVE = RedisScript.of("save-weights.lua");

  private final RedisCommands redis;
  private final RedisKeys keys;

  /** Creates the store of one tenant. */
  public RedisWeightStore(RedisCommands redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  @Override
  public Uni<Optional<StoredWeights>> current() {
    Request request = Request.cmd(Command.HMGET).arg(keys.weights()).arg("revision").arg("values");
    return redis.send("reading the weights", request).map(RedisWeightStore::weights);
  }

  private static Optional<StoredWeights> weights(Response answer) {
    @Nullable Response revision = answer.get(0);
    return revision == null
        ? Optional.empty()
        : Optional.of(
            new StoredWeights(
                Responses.integer(revision), FloatCodec.decode(answer.get(1).toBytes())));
  }

  @Override
  public Uni<Boolean> save(StoredWeights weights) {
    return set(weights, "next");
  }

  /** Takes over {@code weights} from the record, unless there are later ones already. */
  public Uni<Void> follow(StoredWeights weights) {
    return set(weights, "later").replaceWithVoid();
  }

  private Uni<Boolean> set(StoredWeights weights, String condition) {
    ScriptCall call = new ScriptCall(SAVE);
    call.key(keys.weights());
    call.argument(condition);
    call.argument(weights.revision()).argument(FloatCodec.encode(weights.values()));
    return redis.run("saving the weights", call).map(saved -> Responses.integer(saved) == 1);
  }
}
