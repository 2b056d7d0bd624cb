package io.lorecast.store.layered;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Copies what a record holds page by page, so that memory does not grow with it. */
final class Pages {

  private static final int PAGE = 500;

  private Pages() {}

  /**
   * Copies {@code all}; emits how many there were.
   *
   * @param copy writes one page
   */
  static <T> Uni<Long> copy(Multi<T> all, Function<List<T>, Uni<Void>> copy) {
    return all.group()
        .intoLists()
        .of(PAGE)
        .onItem()
        .transformToUniAndConcatenate(page -> copy.apply(page).replaceWith(page.size()))
        .collect()
        .with(Collectors.summingLong(Integer::longValue));
  }
}
