package io.lorecast.store;

import io.lorecast.ranking.Catalogue;
import io.lorecast.store.SequenceStore.Head;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Keeps the sequence term of a catalogue current. One refresh at a time. */
public final class SequenceReplica {

  private final SequenceStore store;
  private @Nullable Catalogue current;
  private long revision;

  /** Creates a replica of what {@code store} publishes. */
  public SequenceReplica(SequenceStore store) {
    this.store = store;
  }

  /** Brings {@code catalogue} to the last round, from the beginning if it is another one. */
  Uni<Void> refresh(Catalogue catalogue) {
    return store.head().chain(head -> refresh(catalogue, head));
  }

  private Uni<Void> refresh(Catalogue catalogue, Head head) {
    long known = catalogue.equals(current) ? revision : 0;
    if (head.revision() == known) {
      return Uni.createFrom().voidItem();
    }
    return SequenceRows.since(store, head, known > head.revision() ? 0 : known)
        .invoke(
            rows -> {
              catalogue.updateSequence(rows);
              current = catalogue;
              revision = head.revision();
            })
        .replaceWithVoid();
  }
}
