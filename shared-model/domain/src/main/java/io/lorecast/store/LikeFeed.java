package io.lorecast.store;

import io.lorecast.model.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The likes in the order in which they were learned from, for the one who learns the sequence term.
 * Hot alone and bounded: it forgets the oldest likes, and all of them with the hot state.
 */
public interface LikeFeed {

  /** The position before the first like. */
  String BEGINNING = "";

  /** How many likes are kept at least. */
  int KEPT = 100_000;

  /** A like, by whom; the rest stands in the user's history. */
  record Like(UserId user, String feedbackId) {}

  /**
   * Likes one after the other.
   *
   * @param position after the last of them, to go on from
   */
  record Batch(List<Like> likes, String position) {
    public Batch {
      likes = List.copyOf(likes);
    }
  }

  /** Appends likes in their order. */
  Uni<Void> append(List<Like> likes);

  /** Emits the first likes after {@code position} that are still there, at most {@code most}. */
  Uni<Batch> after(String position, int most);
}
