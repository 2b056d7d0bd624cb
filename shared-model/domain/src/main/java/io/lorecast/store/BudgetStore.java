package io.lorecast.store;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** What is spent on a language model each day, counted for all workers together. */
public interface BudgetStore {

  /**
   * An amount.
   *
   * @param calls of the model
   * @param tokens read and written
   */
  record Spending(long calls, long tokens) {}

  /**
   * Takes one call and {@code tokens} out of what is left of {@code most} on {@code day}; emits
   * false, and takes nothing, if that is not left.
   */
  Uni<Boolean> reserve(LocalDate day, Spending most, long tokens);

  /** Gives {@code tokens} back that were reserved on {@code day} and have not been used. */
  Uni<Void> release(LocalDate day, long tokens);

  /** Emits what is spent or reserved on {@code day}. */
  Uni<Spending> spent(LocalDate day);
}
