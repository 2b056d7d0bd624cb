package io.lorecast.store;

import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.sequence.SequenceExample;
import io.lorecast.sequence.SequenceLearner;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.sequence.SequenceSettings;
import io.lorecast.store.LikeFeed.Batch;
import io.lorecast.store.LikeFeed.Like;
import io.lorecast.store.SequenceStore.Head;
import io.lorecast.store.SequenceStore.Lease;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Learns the sequence term in rounds: takes the lease, reads the next likes and their users'
 * histories, learns, and publishes the rows that changed with the position reached, in one step. A
 * round that is not published is learned again from the same position, by whoever has the lease
 * then, with the same result: nothing is learned twice, and nothing is lost that the feed still
 * holds.
 *
 * <p>One round at a time; the parameters stay in memory as long as nobody else publishes.
 */
public final class SequenceWriter {

  /** How many likes make a round worth its writes, and how many one may take. */
  public static final int LEAST_LIKES = 500;

  private static final int MOST_LIKES = 2_000;

  /** After so many rounds all rows are published, so that a new reader has few to read. */
  private static final int ROUNDS_A_BASE = 16;

  /** Longer than any round takes; the token, not the time, keeps a slow writer from publishing. */
  private static final Duration LEASED = Duration.ofMinutes(2);

  private record Learned(Head head, SequenceLearner learner) {}

  private final String owner;
  private final SequenceStore store;
  private final LikeFeed feed;
  private final LearningStore histories;
  private final SequenceSettings settings;
  private volatile @Nullable Learned learned;

  /**
   * Creates a writer.
   *
   * @param owner names this process, and no other
   */
  public SequenceWriter(
      String owner,
      SequenceStore store,
      LikeFeed feed,
      LearningStore histories,
      SequenceSettings settings) {
    this.owner = owner;
    this.store = store;
    this.feed = feed;
    this.histories = histories;
    this.settings = settings;
  }

  /**
   * Learns a round if enough likes wait and nobody else writes; emits how many likes it took, 0 if
   * there was none.
   *
   * @param pool the catalogue, in a stable order
   */
  public Uni<Integer> round(Instant now, List<ItemId> pool) {
    return store
        .lease(owner, now, LEASED)
        .chain(
            lease ->
                lease.isEmpty()
                    ? Uni.createFrom().item(0)
                    : current().chain(known -> round(lease.get(), known, pool)))
        .onFailure()
        .invoke(() -> learned = null);
  }

  /** Emits the rows in memory, or reads them if another has published since. */
  private Uni<Learned> current() {
    return store
        .head()
        .chain(
            head -> {
              Learned known = learned;
              return known != null && known.head().equals(head)
                  ? Uni.createFrom().item(known)
                  : SequenceRows.since(store, head, 0)
                      .map(model -> new Learned(head, new SequenceLearner(settings, model)));
            });
  }

  private Uni<Integer> round(Lease lease, Learned known, List<ItemId> pool) {
    return feed.after(known.head().position(), MOST_LIKES)
        .chain(
            batch ->
                batch.likes().size() < LEAST_LIKES
                    ? Uni.createFrom().item(0)
                    : learn(batch, known.learner(), pool)
                        .chain(() -> publish(lease, known, batch)));
  }

  private Uni<Void> learn(Batch batch, SequenceLearner learner, List<ItemId> pool) {
    Set<UserId> users = batch.likes().stream().map(Like::user).collect(Collectors.toSet());
    learned = null; // until the round is published, what is in memory is ahead of the store
    return histories
        .histories(users)
        .invoke(found -> batch.likes().forEach(like -> learn(like, found, learner, pool)))
        .replaceWithVoid();
  }

  private static void learn(
      Like like, Map<UserId, UserHistory> found, SequenceLearner learner, List<ItemId> pool) {
    UserHistory history = found.getOrDefault(like.user(), UserHistory.empty(like.user()));
    // Gone if the user has been forgotten meanwhile.
    SequenceExample.of(history, like.feedbackId())
        .ifPresent(example -> learner.learn(example, pool));
  }

  private Uni<Integer> publish(Lease lease, Learned known, Batch batch) {
    SequenceModel changed = known.learner().takeChanged();
    long revision = known.head().revision() + 1;
    boolean whole = known.head().base() == 0 || revision - known.head().base() >= ROUNDS_A_BASE;
    Head next = new Head(revision, whole ? revision : known.head().base(), batch.position());
    return store
        .publish(lease, next, whole ? known.learner().model() : changed)
        .map(
            published -> {
              learned = published ? new Learned(next, known.learner()) : null;
              return published ? batch.likes().size() : 0;
            });
  }
}
