package io.lorecast.store;

class InMemoryLikeFeedTest extends LikeFeedContract {

  private final LikeFeed feed = new InMemoryLikeFeed();

  @Override
  protected LikeFeed feed() {
    return feed;
  }
}
