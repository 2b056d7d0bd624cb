package io.lorecast.store.dynamodb;

import io.lorecast.store.FeedbackLog;
import io.lorecast.store.FeedbackLogContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;

class DynamoFeedbackLogIT extends FeedbackLogContract {

  private final Dynamo dynamo =
      new Dynamo(Clients.dynamo(), LocalServers.newTenant(), GroupWrites.BATCH);
  private final FeedbackLog log = new DynamoFeedbackLog(dynamo, Clients.TABLES);

  @Override
  protected FeedbackLog log() {
    return log;
  }
}
