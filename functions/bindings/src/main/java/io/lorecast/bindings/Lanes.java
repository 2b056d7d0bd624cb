package io.lorecast.bindings;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.events.EventTypes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Keeps what has the same key in order, while the rest goes on beside it. */
public final class Lanes {

  private Lanes() {}

  /**
   * Emits what {@code handle} makes of each of {@code members}, in no particular order.
   *
   * @param lane what members share that are handled one after the other, in their order
   * @param concurrency how many are handled at the same time, at least 1
   */
  public static <T, R> Uni<List<R>> handle(
      List<T> members, Function<T, String> lane, int concurrency, Function<T, Uni<R>> handle) {
    return Multi.createFrom()
        .iterable(inLanes(members, lane))
        .onItem()
        .transformToMulti(
            each ->
                Multi.createFrom()
                    .iterable(each)
                    .onItem()
                    .transformToUniAndConcatenate(handle::apply))
        .merge(concurrency)
        .collect()
        .asList();
  }

  /**
   * Returns what an event in structured mode shares with those it is to be kept in order with; if
   * with none, {@code otherwise}.
   */
  public static String of(JsonNode event, String otherwise) {
    return EventTypes.subjectField(event.path("type").asText())
        .map(field -> event.path("data").path(field).asText())
        .filter(subject -> !subject.isEmpty())
        .map(subject -> "subject " + subject)
        .orElse(otherwise);
  }

  private static <T> Collection<List<T>> inLanes(List<T> members, Function<T, String> lane) {
    Map<String, List<T>> lanes = new LinkedHashMap<>();
    for (T member : members) {
      lanes.computeIfAbsent(lane.apply(member), unused -> new ArrayList<>()).add(member);
    }
    return lanes.values();
  }
}
