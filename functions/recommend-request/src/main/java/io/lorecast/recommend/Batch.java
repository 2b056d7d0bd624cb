package io.lorecast.recommend;

import io.lorecast.bindings.EventReader;
import io.lorecast.events.EventTypes;
import io.lorecast.events.RecommendRequest;
import io.lorecast.events.Recommendations;
import io.lorecast.events.Recommendations.Answer;
import io.lorecast.events.Recommendations.Refusal;
import io.lorecast.model.InvalidEventException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Answers several requests at once, each on its own. */
@Singleton
class Batch {

  /** A ranking is all computation, so more at once would only wait for each other. */
  private static final int AT_ONCE = 4;

  private final EventReader events;

  Batch(EventReader events) {
    this.events = events;
  }

  /**
   * Emits what becomes of each member of {@code batch}, in order; fails if one fails for another
   * reason than that it cannot be meant.
   */
  Uni<List<Answer>> answer(
      RecommendRequest batch, Function<RecommendRequest, Uni<Recommendations>> function) {
    List<Map<String, Object>> members = Objects.requireNonNullElse(batch.requests(), List.of());
    return Multi.createFrom()
        .items(IntStream.range(0, members.size()).boxed())
        .onItem()
        .transformToUni(index -> member(index, members.get(index), function))
        .merge(AT_ONCE)
        .collect()
        .asList()
        .map(answers -> answers.stream().sorted(Comparator.comparingInt(Answer::index)).toList());
  }

  private Uni<Answer> member(
      int index,
      Map<String, Object> data,
      Function<RecommendRequest, Uni<Recommendations>> function) {
    return Uni.createFrom()
        .deferred(() -> function.apply(read(data)))
        .map(answer -> new Answer(index, answer, null))
        .onFailure(InvalidEventException.class)
        .recoverWithItem(
            refused -> {
              InvalidEventException invalid = (InvalidEventException) refused;
              return new Answer(index, null, new Refusal(invalid.field(), invalid.problem()));
            });
  }

  private RecommendRequest read(Map<String, Object> data) {
    RecommendRequest request =
        events.read(EventTypes.RECOMMEND_REQUEST, data, RecommendRequest.class);
    if (Task.of(request) == Task.BATCH) {
      throw new InvalidEventException("task", "must not be batch within a batch");
    }
    return request;
  }
}
