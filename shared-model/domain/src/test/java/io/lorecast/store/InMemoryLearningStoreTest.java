package io.lorecast.store;

class InMemoryLearningStoreTest extends LearningStoreContract {

  private final InMemoryChangeFeed feed = new InMemoryChangeFeed();
  private final LearningStore store = new InMemoryLearningStore(feed, LIKERS_KEPT);

  @Override
  protected LearningStore store() {
    return store;
  }

  @Override
  protected ChangeFeed feed() {
    return feed;
  }
}
