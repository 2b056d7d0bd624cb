package io.lorecast.store;

class InMemoryFeedbackLogTest extends FeedbackLogContract {

  private final FeedbackLog log = new InMemoryFeedbackLog();

  @Override
  protected FeedbackLog log() {
    return log;
  }
}
