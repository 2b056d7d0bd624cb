package io.lorecast.store.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.store.Answer;
import io.lorecast.store.FeedbackLog;
import io.lorecast.store.FeedbackLogContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransactionalFeedbackLogIT extends FeedbackLogContract {

  private final Dynamo dynamo =
      new Dynamo(Clients.dynamo(), LocalServers.newTenant(), GroupWrites.TRANSACTION);
  private final FeedbackLog log = new DynamoFeedbackLog(dynamo, Clients.TABLES);

  @Override
  protected FeedbackLog log() {
    return log;
  }

  @Test
  void groupsThatMeetOnTheSameInteractionsAreAllAppended() {
    List<Interaction> group = IntStream.range(0, 25).mapToObj(this::like).toList();
    List<Uni<Void>> atOnce = IntStream.range(0, 12).mapToObj(i -> log.append(group)).toList();

    Answer.of(Uni.join().all(atOnce).andFailFast());

    assertThat(Answer.of(log.all())).containsExactlyInAnyOrderElementsOf(group);
  }

  private Interaction like(int i) {
    return new Interaction(
        "f" + i, new UserId("ann"), new ItemId("a"), InteractionKind.LIKE, null, Instant.EPOCH);
  }
}
