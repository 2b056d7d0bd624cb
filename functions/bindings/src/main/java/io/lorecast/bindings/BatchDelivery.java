package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.bindings.Problem.FieldError;
import io.lorecast.events.EventTypes;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the members of a batch, each on its own: one that is refused does not keep the others
 * back. Members with the same subject stay in order; the others run beside each other.
 */
@Singleton
class BatchDelivery {

  /**
   * What became of one member.
   *
   * @param index its place in the batch, from 0
   * @param reply its follow-on event, if it was applied and has one
   * @param problem why it was not applied; null if it was
   */
  private record Outcome(
      int index, Optional<CloudEvent<JsonNode>> reply, @Nullable Problem problem) {}

  private record Member(int index, JsonNode event) {}

  private final EventDispatcher dispatcher;
  private final BindingsConfig config;
  private final Vertx vertx;

  BatchDelivery(EventDispatcher dispatcher, BindingsConfig config, Vertx vertx) {
    this.dispatcher = dispatcher;
    this.config = config;
    this.vertx = vertx;
  }

  /**
   * Delivers every member of {@code batch}; emits 200 with the follow-on events, or the problem
   * that names each member that was not applied.
   *
   * @throws RefusedException if it is no array of at most the configured length
   */
  Uni<HttpReply> deliver(JsonNode batch) {
    if (!batch.isArray()) {
      throw RefusedException.invalid("batch", "must be an array of events");
    }
    if (batch.size() > config.maxBatch()) {
      throw RefusedException.invalid(
          "batch", "must have at most " + config.maxBatch() + " events, had " + batch.size());
    }
    return Multi.createFrom()
        .iterable(inLanes(batch))
        .onItem()
        .transformToMulti(this::oneAfterTheOther)
        .merge(config.batchConcurrency())
        .collect()
        .asList()
        .map(BatchDelivery::reply);
  }

  /** Returns the members by subject; one without a subject is alone. */
  private static Collection<List<Member>> inLanes(JsonNode batch) {
    Map<String, List<Member>> lanes = new LinkedHashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      JsonNode event = batch.get(i);
      String subject =
          EventTypes.subjectField(event.path("type").asText())
              .map(field -> event.path("data").path(field).asText())
              .orElse("");
      String lane = subject.isEmpty() ? "index " + i : "subject " + subject;
      lanes.computeIfAbsent(lane, unused -> new ArrayList<>()).add(new Member(i, event));
    }
    return lanes.values();
  }

  private Multi<Outcome> oneAfterTheOther(List<Member> lane) {
    return Multi.createFrom().iterable(lane).onItem().transformToUniAndConcatenate(this::deliver);
  }

  private Uni<Outcome> deliver(Member member) {
    // A context of its own, so that the ids in the log lines of members do not mix.
    Context context =
        Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    return Uni.createFrom()
        .deferred(() -> dispatcher.deliver(Deliveries.structured(member.event())))
        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
        .runSubscriptionOn(command -> context.runOnContext(unused -> command.run()))
        .map(reply -> new Outcome(member.index(), reply, null))
        .onFailure()
        .recoverWithItem(
            failure -> new Outcome(member.index(), Optional.empty(), Failures.problemOf(failure)));
  }

  private static HttpReply reply(List<Outcome> unordered) {
    List<Outcome> outcomes =
        unordered.stream().sorted(Comparator.comparingInt(Outcome::index)).toList();
    List<FieldError> errors = outcomes.stream().flatMap(BatchDelivery::errors).toList();
    if (!errors.isEmpty()) {
      return HttpReply.problem(problem(outcomes, errors));
    }
    List<CloudEvent<JsonNode>> replies =
        outcomes.stream().flatMap(outcome -> outcome.reply().stream()).toList();
    return replies.isEmpty() ? HttpReply.nothing() : HttpReply.batch(replies);
  }

  private static Stream<FieldError> errors(Outcome outcome) {
    Problem problem = outcome.problem();
    if (problem == null) {
      return Stream.of();
    }
    List<FieldError> fields =
        problem.errors() == null
            ? List.of(new FieldError(null, null, problem.field(), problem.detail()))
            : problem.errors();
    return fields.stream()
        .map(
            field ->
                new FieldError(outcome.index(), problem.status(), field.field(), field.detail()));
  }

  private static Problem problem(List<Outcome> outcomes, List<FieldError> errors) {
    long failed = outcomes.stream().filter(outcome -> outcome.problem() != null).count();
    // One member that may yet succeed makes the whole batch worth sending again.
    int status =
        errors.stream()
            .mapToInt(error -> error.status() == null ? 500 : error.status())
            .max()
            .orElse(500);
    String detail = failed + " of " + outcomes.size() + " events were not applied";
    return new Problem(
        "about:blank",
        "Batch not applied in full",
        status,
        detail,
        null,
        errors,
        (int) (outcomes.size() - failed));
  }
}
