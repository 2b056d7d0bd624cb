package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.bindings.Problem.FieldError;
import io.quarkus.funqy.knative.events.CloudEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
   */
  private record Judged(int index, Outcome outcome) {}

  private record Member(int index, JsonNode event) {}

  private final EventInbox inbox;
  private final BindingsConfig config;

  BatchDelivery(EventInbox inbox, BindingsConfig config) {
    this.inbox = inbox;
    this.config = config;
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
    List<Member> members =
        IntStream.range(0, batch.size()).mapToObj(i -> new Member(i, batch.get(i))).toList();
    return Lanes.handle(
            members,
            member -> Lanes.of(member.event(), "index " + member.index()),
            config.batchConcurrency(),
            this::deliver)
        .map(BatchDelivery::reply);
  }

  private Uni<Judged> deliver(Member member) {
    return inbox.deliver(member.event()).map(outcome -> new Judged(member.index(), outcome));
  }

  private static HttpReply reply(List<Judged> unordered) {
    List<Judged> members =
        unordered.stream().sorted(Comparator.comparingInt(Judged::index)).toList();
    List<FieldError> errors = members.stream().flatMap(BatchDelivery::errors).toList();
    if (!errors.isEmpty()) {
      return HttpReply.problem(problem(members, errors));
    }
    List<CloudEvent<JsonNode>> replies =
        members.stream().flatMap(member -> member.outcome().reply().stream()).toList();
    return replies.isEmpty() ? HttpReply.nothing() : HttpReply.batch(replies);
  }

  private static Stream<FieldError> errors(Judged member) {
    return member.outcome().problem().stream().flatMap(problem -> errors(member.index(), problem));
  }

  private static Stream<FieldError> errors(int index, Problem problem) {
    List<FieldError> fields =
        problem.errors() == null
            ? List.of(new FieldError(null, null, problem.field(), problem.detail()))
            : problem.errors();
    return fields.stream()
        .map(field -> new FieldError(index, problem.status(), field.field(), field.detail()));
  }

  private static Problem problem(List<Judged> members, List<FieldError> errors) {
    long failed = members.stream().filter(member -> member.outcome().problem().isPresent()).count();
    // One member that may yet succeed makes the whole batch worth sending again.
    int status =
        errors.stream()
            .mapToInt(error -> error.status() == null ? 500 : error.status())
            .max()
            .orElse(500);
    String detail = failed + " of " + members.size() + " events were not applied";
    return new Problem(
        "about:blank",
        "Batch not applied in full",
        status,
        detail,
        null,
        errors,
        (int) (members.size() - failed));
  }
}
