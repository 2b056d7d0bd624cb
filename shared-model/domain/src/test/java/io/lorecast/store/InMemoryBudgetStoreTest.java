package io.lorecast.store;

class InMemoryBudgetStoreTest extends BudgetStoreContract {

  private final BudgetStore store = new InMemoryBudgetStore();

  @Override
  protected BudgetStore store() {
    return store;
  }
}
