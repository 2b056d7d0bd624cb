package io.lorecast.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Lets requests that arrive while a commit is under way share the next one. One commit is under way
 * at a time, so under load the groups grow by themselves and nobody ever waits for company.
 *
 * <p>Source: group commit as in "Implementation Techniques for Main Memory Database Systems",
 * SIGMOD 1984, doi:10.1145/602259.602261, section 5.2; without its timer.
 *
 * <p>Thread-safe.
 *
 * @param <T> what is committed
 * @param <R> what each request gets back
 */
public final class GroupCommit<T, R> {

  private record Waiting<T, R>(T request, UniEmitter<? super R> emitter) {}

  private final int limit;
  private final Function<List<T>, Uni<List<R>>> commit;
  private final Queue<Waiting<T, R>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean underWay = new AtomicBoolean();

  /**
   * Creates a group commit.
   *
   * @param limit how many requests may share a commit, at least 1
   * @param commit does the work for a group and emits one result for each request, in order
   */
  public GroupCommit(int limit, Function<List<T>, Uni<List<R>>> commit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, was " + limit);
    }
    this.limit = limit;
    this.commit = commit;
  }

  /** Emits the result of {@code request}; fails if its group's commit fails. */
  public Uni<R> submit(T request) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              waiting.add(new Waiting<>(request, emitter));
              commitNext();
            });
  }

  private void commitNext() {
    while (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
      List<Waiting<T, R>> group = takeGroup();
      if (group.isEmpty()) {
        underWay.set(false);
      } else {
        commit(group);
        return;
      }
    }
  }

  private List<Waiting<T, R>> takeGroup() {
    List<Waiting<T, R>> group = new ArrayList<>();
    while (group.size() < limit) {
      Waiting<T, R> next = waiting.poll();
      if (next == null) {
        break;
      }
      group.add(next);
    }
    return group;
  }

  private void commit(List<Waiting<T, R>> group) {
    List<T> requests = group.stream().map(Waiting::request).toList();
    Uni.createFrom()
        .deferred(() -> commit.apply(requests))
        .subscribe()
        .with(
            results -> release(() -> complete(group, results)),
            failure -> release(() -> fail(group, failure)));
  }

  /** Frees the place first, so that the answers of this group and the next commit overlap. */
  private void release(Runnable answer) {
    underWay.set(false);
    commitNext();
    answer.run();
  }

  private static <T, R> void complete(List<Waiting<T, R>> group, List<R> results) {
    if (results.size() != group.size()) {
      fail(group, new IllegalStateException(results.size() + " results for " + group.size()));
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      group.get(i).emitter().complete(results.get(i));
    }
  }

  private static <T, R> void fail(List<Waiting<T, R>> group, Throwable failure) {
    group.forEach(request -> request.emitter().fail(failure));
  }
}
