package io.lorecast.store;

import io.lorecast.model.Edge;
import io.lorecast.model.TimedEdge;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The edges that stand for a time only, and when each begins or ceases to. The {@link GraphStore}
 * holds what stands now, so that whoever reads it need not ask for the time.
 *
 * <p>Everything fails with {@link StoreException} when the store cannot be reached.
 */
public interface TimedEdgeStore {

  /** Remembers {@code edges}, each to be due at its next moment after {@code now}. */
  Uni<Void> schedule(Collection<TimedEdge> edges, Instant now);

  /** Forgets the times of {@code edges}, each of its source; those without times do not matter. */
  Uni<Void> cancel(Collection<Edge> edges);

  /** Emits edges of which a moment has come by {@code now}, at most {@code limit}. */
  Uni<List<TimedEdge>> due(Instant now, int limit);

  /** Lets {@code edges} be due at their next moments after {@code now}, if they have any. */
  Uni<Void> settle(Collection<TimedEdge> edges, Instant now);
}
