package io.lorecast.store;

class InMemoryChangeFeedTest extends ChangeFeedContract {

  private final ChangeFeed feed = new InMemoryChangeFeed();

  @Override
  protected ChangeFeed feed() {
    return feed;
  }
}
