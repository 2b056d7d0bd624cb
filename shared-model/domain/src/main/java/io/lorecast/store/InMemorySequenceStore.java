package io.lorecast.store;

import io.lorecast.sequence.SequenceModel;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@link SequenceStore} that forgets everything with its process. */
public final class InMemorySequenceStore implements SequenceStore {

  private final TreeMap<Long, SequenceModel> rounds = new TreeMap<>();
  private Head head = Head.NONE;
  private @Nullable Lease lease;

  @Override
  public synchronized Uni<Head> head() {
    return Uni.createFrom().item(head);
  }

  @Override
  public synchronized Uni<Optional<Lease>> lease(String owner, Instant now, Duration length) {
    Lease last = lease;
    if (last != null && !last.owner().equals(owner) && last.until().isAfter(now)) {
      return Uni.createFrom().item(Optional.empty());
    }
    long token = last == null ? 1 : last.token() + (last.owner().equals(owner) ? 0 : 1);
    Lease next = new Lease(owner, token, now.plus(length));
    lease = next;
    return Uni.createFrom().item(Optional.of(next));
  }

  @Override
  public synchronized Uni<Boolean> publish(Lease by, Head next, SequenceModel rows) {
    boolean mine = lease != null && lease.token() == by.token();
    if (!mine || next.revision() != head.revision() + 1) {
      return Uni.createFrom().item(false);
    }
    rounds.put(next.revision(), rows);
    rounds.headMap(next.base()).clear();
    head = next;
    return Uni.createFrom().item(true);
  }

  @Override
  public synchronized Uni<Optional<SequenceModel>> read(long revision) {
    return Uni.createFrom().item(Optional.ofNullable(rounds.get(revision)));
  }
}
