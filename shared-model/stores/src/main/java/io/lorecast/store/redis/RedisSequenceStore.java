package io.lorecast.store.redis;

import io.lorecast.sequence.SequenceCodec;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.store.SequenceStore;
import io.lorecast.store.StoreException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link SequenceStore} of two hashes: the head with the lease, and the rounds by revision. */
public final class RedisSequenceStore implements SequenceStore {

  private static final RedisScript LEASE = RedisScript.of("lease-sequence.lua");
  private static final RedisScript PUBLISH = RedisScript.of("publish-sequence.lua");

  private final RedisCommands redis;
  private final RedisKeys keys;

  /** Creates the store of one tenant. */
  public RedisSequenceStore(RedisCommands redis, RedisKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  @Override
  public Uni<Head> head() {
    Request request =
        Request.cmd(Command.HMGET).arg(keys.sequence()).arg("revision").arg("base").arg("position");
    return redis
        .send("reading the head of the sequence rows", request)
        .map(RedisSequenceStore::head);
  }

  private static Head head(Response answer) {
    @Nullable Response revision = answer.get(0);
    return revision == null
        ? Head.NONE
        : new Head(
            Responses.integer(revision),
            Responses.integer(answer.get(1)),
            answer.get(2).toString());
  }

  @Override
  public Uni<Optional<Lease>> lease(String owner, Instant now, Duration length) {
    Instant until = Instant.ofEpochMilli(now.plus(length).toEpochMilli());
    ScriptCall call = new ScriptCall(LEASE);
    call.key(keys.sequence());
    call.argument(owner).argument(now.toEpochMilli()).argument(until.toEpochMilli());
    return redis
        .run("leasing the sequence rows", call)
        .map(Responses::integer)
        .map(token -> token == 0 ? Optional.empty() : Optional.of(new Lease(owner, token, until)));
  }

  @Override
  public Uni<Boolean> publish(Lease lease, Head next, SequenceModel rows) {
    return publish(Long.toString(lease.token()), next, rows);
  }

  /** Takes over a round from the record, unless there is a later one already. */
  public Uni<Void> follow(Head next, SequenceModel rows) {
    return publish("follow", next, rows).replaceWithVoid();
  }

  private Uni<Boolean> publish(String by, Head next, SequenceModel rows) {
    ScriptCall call = new ScriptCall(PUBLISH);
    call.key(keys.sequence());
    call.key(keys.sequenceRounds());
    call.argument(by).argument(next.revision()).argument(next.base()).argument(next.position());
    call.argument(SequenceCodec.encode(rows));
    return redis
        .run("publishing sequence rows", call)
        .map(published -> Responses.integer(published) == 1);
  }

  @Override
  public Uni<Optional<SequenceModel>> read(long revision) {
    Request request =
        Request.cmd(Command.HMGET).arg(keys.sequenceRounds()).arg(Long.toString(revision));
    return redis.send("reading sequence rows", request).map(answer -> rows(answer.get(0)));
  }

  private static Optional<SequenceModel> rows(@Nullable Response round) {
    try {
      return round == null ? Optional.empty() : Optional.of(SequenceCodec.decode(round.toBytes()));
    } catch (IllegalArgumentException e) {
      throw new StoreException("reading sequence rows in Redis", e);
    }
  }
}
