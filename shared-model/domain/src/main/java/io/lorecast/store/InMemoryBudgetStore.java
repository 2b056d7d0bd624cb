package io.lorecast.store;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A {@link BudgetStore} that forgets everything with its process. */
public final class InMemoryBudgetStore implements BudgetStore {

  private static final Spending NOTHING = new Spending(0, 0);

  private final Map<LocalDate, Spending> days = new HashMap<>();

  @Override
  public synchronized Uni<Boolean> reserve(LocalDate day, Spending most, long tokens) {
    Spending spent = days.getOrDefault(day, NOTHING);
    boolean left = spent.calls() < most.calls() && spent.tokens() + tokens <= most.tokens();
    if (left) {
      days.put(day, new Spending(spent.calls() + 1, spent.tokens() + tokens));
    }
    return Uni.createFrom().item(left);
  }

  @Override
  public synchronized Uni<Void> release(LocalDate day, long tokens) {
    days.computeIfPresent(
        day, (unused, spent) -> new Spending(spent.calls(), spent.tokens() - tokens));
    return Uni.createFrom().voidItem();
  }

  @Override
  public synchronized Uni<Spending> spent(LocalDate day) {
    return Uni.createFrom().item(days.getOrDefault(day, NOTHING));
  }
}
