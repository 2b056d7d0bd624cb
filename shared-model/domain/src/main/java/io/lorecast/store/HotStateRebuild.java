package io.lorecast.store;

import io.lorecast.model.Interaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Restores everything hot from the record: copies what is stored, replays the feedback log the way
 * new feedback takes, and begins a new generation. May be interrupted, repeated, and run while
 * feedback arrives: the counters come out the same, bit for bit. Memory is bounded by one user's
 * interactions.
 */
public final class HotStateRebuild {

  private static final int PAGE = 1_000;

  /** Interactions learned in one trip: each blocks Redis for the time its increments take. */
  private static final int GROUP = 200;

  /** Is told how far a rebuild is. */
  @FunctionalInterface
  public interface Progress {

    /** Is told that {@code done} things of {@code what} have been restored so far. */
    void restored(String what, long done);
  }

  private final List<HotCopy> copies;
  private final FeedbackLog log;
  private final LearningWriter writer;
  private final ChangeFeed feed;
  private final Supplier<String> generations;

  /**
   * Creates a rebuild.
   *
   * @param generations gives a new name each time
   */
  public HotStateRebuild(
      List<HotCopy> copies,
      FeedbackLog log,
      LearningWriter writer,
      ChangeFeed feed,
      Supplier<String> generations) {
    this.copies = List.copyOf(copies);
    this.log = log;
    this.writer = writer;
    this.feed = feed;
    this.generations = generations;
  }

  /** Restores everything, silently. */
  public Uni<Void> run() {
    return run((what, done) -> {});
  }

  /** Restores everything and tells {@code progress} how far it is. */
  public Uni<Void> run(Progress progress) {
    return Multi.createFrom()
        .iterable(copies)
        .onItem()
        .transformToUniAndConcatenate(copy -> restore(copy, progress))
        .collect()
        .last()
        .chain(() -> replay(progress))
        .chain(() -> feed.begin(generations.get()));
  }

  private static Uni<Long> restore(HotCopy copy, Progress progress) {
    return copy.restore().invoke(done -> progress.restored(copy.name(), done));
  }

  private Uni<Void> replay(Progress progress) {
    return Uni.createFrom()
        .deferred(
            () -> {
              UserRuns runs = new UserRuns();
              AtomicLong done = new AtomicLong();
              return log.all()
                  .group()
                  .intoLists()
                  .of(PAGE)
                  .onItem()
                  .transformToUniAndConcatenate(page -> learn(runs.complete(page), done, progress))
                  .collect()
                  .last()
                  .chain(() -> learn(runs.rest(), done, progress));
            });
  }

  private Uni<Void> learn(List<Interaction> interactions, AtomicLong done, Progress progress) {
    List<List<Interaction>> groups = new ArrayList<>();
    for (int start = 0; start < interactions.size(); start += GROUP) {
      groups.add(interactions.subList(start, Math.min(interactions.size(), start + GROUP)));
    }
    return Multi.createFrom()
        .iterable(groups)
        .onItem()
        .transformToUniAndConcatenate(writer::learn)
        .invoke(outcomes -> progress.restored("interactions", done.addAndGet(outcomes.size())))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
