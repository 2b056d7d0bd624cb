package io.lorecast.store;

import io.lorecast.sequence.SequenceModel;
import io.lorecast.store.SequenceStore.Head;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.stream.LongStream;

/** Puts rounds together. */
final class SequenceRows {

  private SequenceRows() {}

  /** Returns the first round that a reader who has {@code known} needs to reach {@code head}. */
  static long first(Head head, long known) {
    return known >= head.base() ? known + 1 : head.base();
  }

  /**
   * Emits what changed from {@code known} to {@code head}, all if that round is gone. Fails with
   * {@link StoreException} if a round is missing: it was dropped meanwhile, so ask for the head
   * again.
   */
  static Uni<SequenceModel> since(SequenceStore store, Head head, long known) {
    return Multi.createFrom()
        .iterable(
            LongStream.rangeClosed(Math.max(1, first(head, known)), head.revision())
                .boxed()
                .toList())
        .onItem()
        .transformToUniAndConcatenate(revision -> round(store, revision))
        .collect()
        .with(java.util.stream.Collectors.reducing(SequenceModel.EMPTY, SequenceModel::with));
  }

  private static Uni<SequenceModel> round(SequenceStore store, long revision) {
    return store
        .read(revision)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        new StoreException(
                            "reading round " + revision + " of the sequence term",
                            new IllegalStateException("it is not there"))));
  }
}
