package io.lorecast.kgupdated;

import io.lorecast.events.GraphAnswer;
import io.lorecast.events.GraphQuery;
import io.lorecast.graph.PathSearch;
import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.Signal;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.UserId;
import io.lorecast.store.EntityStore;
import io.lorecast.store.GraphReader;
import io.lorecast.store.GraphStore;
import io.lorecast.store.UserStates;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shows a part of the graph: graph-query in, graph-answer out. Only reads, and reads the graph as
 * it is now, so every edge and path of an answer stood when it was made.
 */
@Singleton
public class GraphQueryFunction {

  /** Of a user's liked items the last so many are where paths start. */
  private static final int LIKED = 50;

  private final GraphReader reader;
  private final GraphStore graph;
  private final EntityStore entities;
  private final UserStates users;

  GraphQueryFunction(GraphReader reader, GraphStore graph, EntityStore entities, UserStates users) {
    this.reader = reader;
    this.graph = graph;
    this.entities = entities;
    this.users = users;
  }

  @Funq("graph-query")
  public Uni<GraphAnswer> onGraphQuery(GraphQuery query) {
    GraphQuestion question = GraphQuestion.of(query);
    if (!question.asksForPaths()) {
      return reader
          .within(question.entity(), question.hops(), question.limit())
          .chain(edges -> answer(question, edges, List.of()));
    }
    return starts(question)
        .chain(starts -> reader.paths(starts, question.entity(), question.limit()))
        .chain(paths -> answer(question, edges(paths), paths));
  }

  private Uni<Set<EntityId>> starts(GraphQuestion question) {
    return question
        .user()
        .map(this::liked)
        .orElse(Uni.createFrom().item(List.of()))
        .map(
            liked -> {
              Set<EntityId> starts = new HashSet<>(question.from());
              starts.addAll(liked);
              return starts;
            });
  }

  private Uni<List<EntityId>> liked(UserId user) {
    return users
        .hot(user)
        .map(
            state -> {
              List<EntityId> liked =
                  state.history().entries().stream()
                      .filter(entry -> entry.signal() == Signal.LIKED)
                      .map(HistoryEntry::item)
                      .map(EntityId::of)
                      .toList();
              return liked.subList(Math.max(0, liked.size() - LIKED), liked.size());
            });
  }

  private static List<Edge> edges(List<PathSearch.Path> paths) {
    return paths.stream().flatMap(path -> path.edges().stream()).distinct().toList();
  }

  private Uni<GraphAnswer> answer(
      GraphQuestion question, List<Edge> edges, List<PathSearch.Path> paths) {
    Set<EntityId> nodes = GraphQuestion.nodes(edges);
    return Uni.combine()
        .all()
        .unis(entities.findAll(nodes), graph.degrees(nodes))
        .with((known, degrees) -> question.answer(edges, paths, known, degrees));
  }
}
