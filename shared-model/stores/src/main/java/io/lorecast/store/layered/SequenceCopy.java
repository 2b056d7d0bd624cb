package io.lorecast.store.layered;

import io.lorecast.store.HotCopy;
import io.lorecast.store.SequenceStore;
import io.lorecast.store.SequenceStore.Head;
import io.lorecast.store.redis.RedisSequenceStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.stream.LongStream;

/** The sequence rows. */
record SequenceCopy(SequenceStore record, RedisSequenceStore hot) implements HotCopy {

  @Override
  public String name() {
    return "rounds of the sequence term";
  }

  @Override
  public Uni<Long> restore() {
    return record.head().chain(this::copy);
  }

  private Uni<Long> copy(Head head) {
    return Multi.createFrom()
        .iterable(
            LongStream.rangeClosed(Math.max(1, head.base()), head.revision()).boxed().toList())
        .onItem()
        .transformToUniAndConcatenate(
            revision ->
                record
                    .read(revision)
                    .call(
                        rows ->
                            rows.isPresent()
                                ? hot.follow(
                                    new Head(revision, head.base(), head.position()), rows.get())
                                : Uni.createFrom().voidItem()))
        .collect()
        .with(java.util.stream.Collectors.counting());
  }
}
