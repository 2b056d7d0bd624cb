package io.lorecast.store;

class InMemoryKnowledgeStoreTest extends KnowledgeStoreContract {

  private final KnowledgeStore store = new InMemoryKnowledgeStore();

  @Override
  protected KnowledgeStore store() {
    return store;
  }
}
