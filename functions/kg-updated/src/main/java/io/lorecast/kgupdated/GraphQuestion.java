package io.lorecast.kgupdated;

import io.lorecast.events.GraphAnswer;
import io.lorecast.events.GraphQuery;
import io.lorecast.graph.PathSearch;
import io.lorecast.model.Edge;
import io.lorecast.model.Entity;
import io.lorecast.model.EntityId;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a graph-query event means, and how its answer is put. */
record GraphQuestion(
    String id, EntityId entity, List<EntityId> from, Optional<UserId> user, int hops, int limit) {

  private static final int LIMIT = 100;
  private static final int MOST = 1_000;
  private static final int FARTHEST = 3;

  /**
   * Returns what {@code query} asks.
   *
   * @throws InvalidEventException if it cannot be meant
   */
  static GraphQuestion of(GraphQuery query) {
    List<String> from = Objects.requireNonNullElse(query.from(), List.of());
    return new GraphQuestion(
        Objects.requireNonNullElseGet(query.queryId(), () -> UUID.randomUUID().toString()),
        EdgeMapper.entity("entity", query.entity()),
        from.stream().map(start -> EdgeMapper.entity("from", start)).toList(),
        Optional.ofNullable(query.userId()).map(UserId::new),
        within("hops", query.hops(), 1, FARTHEST),
        within("limit", query.limit(), LIMIT, MOST));
  }

  private static int within(String field, @Nullable Integer value, int otherwise, int most) {
    int number = value == null ? otherwise : value;
    if (number < 1 || number > most) {
      throw new InvalidEventException(field, "must be 1 to " + most + ", was " + number);
    }
    return number;
  }

  boolean asksForPaths() {
    return user.isPresent() || !from.isEmpty();
  }

  static Set<EntityId> nodes(List<Edge> edges) {
    Set<EntityId> nodes = new LinkedHashSet<>();
    edges.forEach(edge -> Stream.of(edge.head(), edge.tail()).forEach(nodes::add));
    return nodes;
  }

  GraphAnswer answer(
      List<Edge> edges,
      List<PathSearch.Path> paths,
      Map<EntityId, Entity> known,
      Map<EntityId, Long> degrees) {
    return new GraphAnswer(
        id,
        nodes(edges).stream()
            .map(node -> node(known.getOrDefault(node, Entity.of(node)), degrees))
            .toList(),
        edges.stream().map(GraphQuestion::edge).toList(),
        paths.stream().map(GraphQuestion::path).toList());
  }

  private static GraphAnswer.Node node(Entity entity, Map<EntityId, Long> degrees) {
    return new GraphAnswer.Node(
        entity.id().value(), entity.label(), entity.type(), degrees.getOrDefault(entity.id(), 0L));
  }

  private static GraphAnswer.Edge edge(Edge edge) {
    String provenance =
        switch (edge.source()) {
          case GRAPH -> "graph";
          case ATTRIBUTES -> "attributes";
          case LANGUAGE_MODEL -> "llm";
        };
    return new GraphAnswer.Edge(
        edge.head().value(), edge.relation(), edge.tail().value(), edge.weight(), provenance);
  }

  private static GraphAnswer.Path path(PathSearch.Path path) {
    return new GraphAnswer.Path(
        path.nodes().stream().map(EntityId::value).toList(),
        path.edges().stream().map(Edge::relation).toList(),
        path.strength());
  }
}
