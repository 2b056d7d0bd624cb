package io.lorecast.store;

import io.smallrye.mutiny.Uni;

/** A part of the record that is kept hot as well. */
public interface HotCopy {

  /** Returns what it is, for people. */
  String name();

  /** Copies everything from the record to the hot state; emits how many things there were. */
  Uni<Long> restore();
}
