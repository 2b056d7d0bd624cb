package io.lorecast.store;

import io.lorecast.model.EntityId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/**
 * The nodes whose vectors, or the vectors around which, are to be computed anew when there is time.
 * Holds each task once, however often it is asked for, so that a hub that changes a thousand times
 * is refreshed once. Hot alone: a rebuild of the hot state computes everything anew.
 */
public interface RefreshQueue {

  /** How much of a node is to be computed anew. */
  enum Extent {
    /** Its own vector. */
    OWN,
    /** Its own vector, and the neighbour vectors of the items around it. */
    AROUND
  }

  /**
   * Something to do.
   *
   * @param ticket tells when it was asked for last
   */
  record Task(EntityId node, Extent extent, long ticket) {}

  /** Asks for {@code extent} of each of {@code nodes}; what is asked for already moves back. */
  Uni<Void> add(Collection<EntityId> nodes, Extent extent);

  /** Emits the tasks that wait longest, at most {@code limit}; they stay in the queue. */
  Uni<List<Task>> oldest(int limit);

  /** Removes {@code tasks}, but for those that have been asked for again since they were read. */
  Uni<Void> done(Collection<Task> tasks);

  /** Emits how many tasks wait. */
  Uni<Long> size();
}
