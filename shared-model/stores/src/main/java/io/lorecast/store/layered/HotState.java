package io.lorecast.store.layered;

import io.lorecast.store.StoreException;
import io.lorecast.store.redis.RedisChangeFeed;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Decides when the record must be asked: when Redis fails, and when it lacks something before its
 * generation has begun. From then on it is whole, and what it lacks is nowhere.
 */
public final class HotState {

  private static final Logger LOG = Logger.getLogger(HotState.class);
  private static final long QUIET_NANOS = 60_000_000_000L;

  private final RedisChangeFeed feed;
  private final LongSupplier nanoTime;
  private final AtomicLong nextReport;

  /** Creates the judge of the hot state that {@code feed} names the life of. */
  public HotState(RedisChangeFeed feed) {
    this(feed, System::nanoTime);
  }

  HotState(RedisChangeFeed feed, LongSupplier nanoTime) {
    this.feed = feed;
    this.nanoTime = nanoTime;
    this.nextReport = new AtomicLong(nanoTime.getAsLong());
  }

  /**
   * Emits what {@code hot} emits, or what {@code record} does where {@code hot} fails or may lack
   * something.
   *
   * @param isWhole whether what was found is all that was asked for
   */
  <T> Uni<T> read(Uni<T> hot, Predicate<T> isWhole, Supplier<Uni<T>> record) {
    return hot.chain(found -> isWhole.test(found) ? believed(found) : ifBegun(found))
        .onFailure(StoreException.class)
        .invoke(this::report)
        .onFailure(StoreException.class)
        .recoverWithItem(Optional.empty())
        .chain(found -> found.map(Uni.createFrom()::item).orElseGet(record));
  }

  private static <T> Uni<Optional<T>> believed(T found) {
    return Uni.createFrom().item(Optional.of(found));
  }

  private <T> Uni<Optional<T>> ifBegun(T found) {
    return feed.hasBegun().map(begun -> begun ? Optional.of(found) : Optional.empty());
  }

  private void report(Throwable failure) {
    long now = nanoTime.getAsLong();
    long due = nextReport.get();
    // Once a minute: a Redis that is down fails every read.
    if (now - due >= 0 && nextReport.compareAndSet(due, now + QUIET_NANOS)) {
      LOG.warnf("Redis does not answer, reading from DynamoDB: %s", failure.getMessage());
    }
  }
}
