package io.lorecast.store.redis;

import io.lorecast.store.FloatCodec;
import io.lorecast.store.WeightStore;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link WeightStore} of one hash: the revision, the values of the terms as little-endian floats,
 * and a field for each relation.
 */
public final class RedisWeightStore implements WeightStore {

  private static final RedisScript SAVE = RedisScript.of("save-weights.lua");

  private static final String REVISION = "revision";
  private static final String VALUES = "values";
  private static final String RELATION = "relation:";

  private final RedisCommands redis;
  private final RedisKeys keys;

  /** Creates the store of one tenant. */
  public RedisWeightStore(RedisCommands redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  @Override
  public Uni<Optional<StoredWeights>> current() {
    Request request = Request.cmd(Command.HGETALL).arg(keys.weights());
    return redis.send("reading the weights", request).map(RedisWeightStore::weights);
  }

  private static Optional<StoredWeights> weights(Response answer) {
    Map<String, Response> fields = new HashMap<>();
    Responses.eachField(answer, fields::put);
    Response revision = fields.remove(REVISION);
    Response values = fields.remove(VALUES);
    if (revision == null || values == null) {
      return Optional.empty();
    }
    Map<String, Float> relations = new HashMap<>();
    fields.forEach(
        (field, weight) ->
            relations.put(
                field.substring(RELATION.length()),
                Float.parseFloat(weight.toString(StandardCharsets.UTF_8))));
    return Optional.of(
        new StoredWeights(
            Responses.integer(revision), FloatCodec.decode(values.toBytes()), relations));
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
    weights
        .relations()
        .forEach((name, weight) -> call.argument(RELATION + name).argument(weight.toString()));
    return redis.run("saving the weights", call).map(saved -> Responses.integer(saved) == 1);
  }
}
