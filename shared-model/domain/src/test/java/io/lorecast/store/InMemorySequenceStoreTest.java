package io.lorecast.store;

class InMemorySequenceStoreTest extends SequenceStoreContract {

  private final SequenceStore store = new InMemorySequenceStore();

  @Override
  protected SequenceStore store() {
    return store;
  }
}
