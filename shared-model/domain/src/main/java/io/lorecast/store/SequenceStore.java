package io.lorecast.store;

import io.lorecast.sequence.SequenceModel;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The rows of the sequence term, as one writer publishes them round by round. Who may write is
 * leased; a token that grows with every other holder keeps one whose lease ran out unnoticed from
 * publishing, whatever its clock says.
 */
public interface SequenceStore {

  /**
   * What has been published.
   *
   * @param revision of the last round, 0 before the first
   * @param base the last round that holds all rows; those after it hold what they changed
   * @param position in the {@link LikeFeed} up to which likes have been learned from
   */
  record Head(long revision, long base, String position) {

    /** Before the first round. */
    public static final Head NONE = new Head(0, 0, LikeFeed.BEGINNING);
  }

  /**
   * The right to publish.
   *
   * @param token what publishing asks for
   * @param until when somebody else may have it, to the millisecond
   */
  record Lease(String owner, long token, Instant until) {}

  /** Emits what has been published; {@link Head#NONE} before the first round. */
  Uni<Head> head();

  /**
   * Emits a lease for {@code owner} if nobody else holds one at {@code now}: the same token as
   * before if it was the last holder, else the next one.
   */
  Uni<Optional<Lease>> lease(String owner, Instant now, Duration length);

  /**
   * Publishes a round: {@code rows} under the revision of {@code next}, then {@code next}. Emits
   * false, and readers see nothing, if another than {@code lease} has been given since, or if the
   * revision is not the next one. Rounds before the base are dropped.
   */
  Uni<Boolean> publish(Lease lease, Head next, SequenceModel rows);

  /** Emits the rows of one round; empty if there are none under that revision, or no longer. */
  Uni<Optional<SequenceModel>> read(long revision);
}
