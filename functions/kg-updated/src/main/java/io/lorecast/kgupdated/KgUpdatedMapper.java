package io.lorecast.kgupdated;

import io.lorecast.events.EntityDescription;
import io.lorecast.events.EntityMerge;
import io.lorecast.events.EntitySplit;
import io.lorecast.events.KgUpdated;
import io.lorecast.events.NeighboursRefreshed;
import io.lorecast.model.Edge.Source;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.model.TimedEdge;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.GraphUpdate;
import io.lorecast.store.GraphUpdate.Merge;
import io.lorecast.store.GraphUpdate.Split;
import io.lorecast.store.NeighbourRefresh.Refreshed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges kg-updated events and turns them into domain values, and what was done into the reply. */
final class KgUpdatedMapper {

  private KgUpdatedMapper() {}

  /**
   * Returns what {@code event} wants changed. Of several mentions of one edge the last counts.
   *
   * @param limit at most how many edges it may mention
   * @throws InvalidEventException if the event cannot be meant
   */
  static GraphUpdate toUpdate(KgUpdated event, int limit) {
    if (event.changeId().isBlank()) {
      throw new InvalidEventException("changeId", "must not be blank");
    }
    int mentioned = size(event.added()) + size(event.removed());
    if (mentioned > limit) {
      throw new InvalidEventException(
          "added", "and removed must have at most " + limit + " edges, had " + mentioned);
    }
    EdgeMapper edges = new EdgeMapper(source(event.provenance()));
    List<TimedEdge> added = edges.toEdges("added", event.added());
    return new GraphUpdate(
        event.changeId(),
        added.stream().filter(edge -> !isTimed(edge)).map(TimedEdge::edge).toList(),
        added.stream().filter(KgUpdatedMapper::isTimed).toList(),
        edges.toEdges("removed", event.removed()).stream().map(TimedEdge::edge).toList(),
        all("entities", event.entities(), KgUpdatedMapper::entity),
        all("merged", event.merged(), KgUpdatedMapper::merge),
        all("split", event.split(), split -> split(split, edges)));
  }

  static NeighboursRefreshed toReply(String changeId, Refreshed refreshed) {
    return new NeighboursRefreshed(
        changeId,
        refreshed.reach().items().stream().map(ItemId::value).toList(),
        refreshed.reach().entities().stream().map(EntityId::value).toList(),
        refreshed.queued().isEmpty() ? null : refreshed.queued().size(),
        null);
  }

  /**
   * Returns {@code reply}, which also names what {@code update} describes: all of it, also what is
   * called as before, since an event delivered again cannot tell whether it was told of before.
   */
  static NeighboursRefreshed withDescribed(NeighboursRefreshed reply, GraphUpdate update) {
    List<String> described =
        update.entities().stream()
            .filter(entity -> !entity.isItem())
            .map(EntityId::value)
            .sorted()
            .toList();
    return new NeighboursRefreshed(
        reply.changeId(),
        reply.items(),
        reply.entities(),
        reply.queued(),
        described.isEmpty() ? null : described);
  }

  private static boolean isTimed(TimedEdge edge) {
    return edge.from().isPresent() || edge.until().isPresent();
  }

  private static Source source(@Nullable String provenance) {
    return switch (provenance) {
      case null -> Source.GRAPH;
      case "graph" -> Source.GRAPH;
      case "llm" -> Source.LANGUAGE_MODEL;
      default ->
          throw new InvalidEventException("provenance", "must be graph or llm, was " + provenance);
    };
  }

  private static Entity entity(EntityDescription described) {
    EntityId id = EdgeMapper.entity("entity", described.entity());
    return new Entity(
        id,
        Objects.requireNonNullElse(described.label(), id.name()),
        Objects.requireNonNullElse(described.type(), id.type()),
        Objects.requireNonNullElse(described.aliases(), List.of()),
        Optional.empty());
  }

  private static Merge merge(EntityMerge merge) {
    EntityId into = EdgeMapper.entity("into", merge.into());
    EntityId from = EdgeMapper.entity("entity", merge.entity());
    if (from.isItem()) {
      throw new InvalidEventException("entity", "must not be an item, was " + from);
    }
    return new Merge(from, into);
  }

  private static Split split(EntitySplit split, EdgeMapper mapper) {
    EntityId from = EdgeMapper.entity("entity", split.entity());
    EntityId into = EdgeMapper.entity("into", split.into());
    List<EdgeKey> keys =
        mapper.toEdges("edges", split.edges()).stream()
            .map(edge -> EdgeKey.of(edge.edge()))
            .toList();
    for (int i = 0; i < keys.size(); i++) {
      if (!keys.get(i).head().equals(from) && !keys.get(i).tail().equals(from)) {
        throw new InvalidEventException(
            "edges[" + i + "]", "must have " + from + " at an end, was " + keys.get(i).text());
      }
    }
    return new Split(from, into, keys.stream().collect(Collectors.toSet()));
  }

  private static <T, R> List<R> all(
      String field, @Nullable List<T> values, Function<T, R> mapping) {
    List<R> mapped = new ArrayList<>();
    for (T value : values == null ? List.<T>of() : values) {
      try {
        mapped.add(mapping.apply(value));
      } catch (InvalidEventException refusal) {
        throw refusal.within(field + "[" + mapped.size() + "]");
      }
    }
    return mapped;
  }

  private static int size(@Nullable List<?> changes) {
    return changes == null ? 0 : changes.size();
  }
}
