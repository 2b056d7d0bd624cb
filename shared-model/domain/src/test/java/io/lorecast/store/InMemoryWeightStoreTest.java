package io.lorecast.store;

class InMemoryWeightStoreTest extends WeightStoreContract {

  private final WeightStore store = new InMemoryWeightStore();

  @Override
  protected WeightStore store() {
    return store;
  }
}
