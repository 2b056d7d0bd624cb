package io.lorecast.bindings.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lorecast.bindings.EventInbox;
import io.lorecast.bindings.Lanes;
import io.lorecast.bindings.Outcome;
import io.lorecast.bindings.aws.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Delivers the records of one invocation, each on its own, and says which of them are to come
 * again: those that were not applied. The service counts their tries and keeps what it gives up;
 * messages of queues that were not applied in the last of them are put away with the reason.
 */
@Singleton
class RecordBatch {

  private static final Logger LOG = Logger.getLogger(RecordBatch.class);
  private static final String NOT_TRIED = "an earlier one that it must follow was not applied";

  /**
   * A record after its try.
   *
   * @param reason why it was not applied; empty if it was
   * @param done whether it need not come again
   */
  private record Judged(Carried record, Optional<String> reason, boolean done) {}

  private final EventInbox inbox;
  private final DeadLetters deadLetters;
  private final LambdaConfig config;

  RecordBatch(EventInbox inbox, DeadLetters deadLetters, LambdaConfig config) {
    this.inbox = inbox;
    this.deadLetters = deadLetters;
    this.config = config;
  }

  /**
   * Delivers {@code records}; emits the failed ones as ReportBatchItemFailures has it.
   *
   * <p>Fails with {@link NotAppliedException} if they come from SNS, which knows no such report.
   */
  Uni<ObjectNode> deliver(JsonNode records) {
    List<Carried> carried =
        StreamSupport.stream(records.spliterator(), false)
            .filter(record -> !Carried.isRemoval(record))
            .map(Carried::of)
            .toList();
    Set<String> stopped = ConcurrentHashMap.newKeySet();
    return Lanes.handle(
            carried, Carried::lane, config.concurrency(), record -> deliver(record, stopped))
        .map(judged -> report(judged, records.path(0).has("Sns")));
  }

  private Uni<Judged> deliver(Carried record, Set<String> stopped) {
    if (stopped.contains(record.lane())) {
      return Uni.createFrom().item(new Judged(record, Optional.of(NOT_TRIED), false));
    }
    return inbox
        .deliver(record.event())
        .invoke(
            outcome -> {
              if (record.ordered() && outcome.problem().isPresent()) {
                stopped.add(record.lane());
              }
            })
        .chain(
            outcome ->
                isDone(record, outcome).map(done -> new Judged(record, outcome.reason(), done)));
  }

  private Uni<Boolean> isDone(Carried record, Outcome outcome) {
    return record
        .message()
        .map(message -> deadLetters.settle(message, outcome))
        .orElseGet(() -> Uni.createFrom().item(outcome.problem().isEmpty()));
  }

  private static ObjectNode report(List<Judged> judged, boolean allOrNothing) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    ArrayNode failures = report.putArray("batchItemFailures");
    for (Judged each : judged) {
      each.reason()
          .ifPresent(
              reason -> {
                LOG.warnf("record %s was not applied: %s", each.record().id(), reason);
                if (!each.done()) {
                  failures.addObject().put("itemIdentifier", each.record().id());
                }
              });
    }
    if (allOrNothing && !failures.isEmpty()) {
      throw new NotAppliedException(
          judged.stream().flatMap(each -> each.reason().stream()).findFirst().orElse(""));
    }
    return report;
  }
}
