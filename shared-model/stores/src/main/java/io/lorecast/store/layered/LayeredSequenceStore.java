package io.lorecast.store.layered;

import io.lorecast.sequence.SequenceModel;
import io.lorecast.store.SequenceStore;
import io.lorecast.store.redis.RedisSequenceStore;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The sequence rows, recorded and hot. The record decides who may publish. */
public final class LayeredSequenceStore implements SequenceStore {

  private final HotState state;
  private final RedisSequenceStore hot;
  private final SequenceStore record;

  /** Creates the store over both. */
  public LayeredSequenceStore(HotState state, RedisSequenceStore hot, SequenceStore record) {
    this.state = state;
    this.hot = hot;
    this.record = record;
  }

  @Override
  public Uni<Head> head() {
    return state.read(hot.head(), head -> head.revision() > 0, record::head);
  }

  @Override
  public Uni<Optional<Lease>> lease(String owner, Instant now, Duration length) {
    return record.lease(owner, now, length);
  }

  @Override
  public Uni<Boolean> publish(Lease lease, Head next, SequenceModel rows) {
    return record
        .publish(lease, next, rows)
        .call(done -> done ? hot.follow(next, rows) : Uni.createFrom().voidItem());
  }

  @Override
  public Uni<Optional<SequenceModel>> read(long revision) {
    return hot.read(revision)
        .onFailure()
        .recoverWithItem(Optional.empty())
        .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : record.read(revision));
  }
}
