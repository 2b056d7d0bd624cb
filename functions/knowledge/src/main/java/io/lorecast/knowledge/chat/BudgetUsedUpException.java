package io.lorecast.knowledge.chat;

import java.time.LocalDate;

/** What may be spent on the model today is spent. */
public final class BudgetUsedUpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BudgetUsedUpException(LocalDate day) {
    super("the budget of " + day + " is used up");
  }
}
