package io.lorecast.store.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.store.Answer;
import io.lorecast.store.EdgeKey;
import io.lorecast.store.GraphStore;
import io.lorecast.store.GraphStoreContract;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamoGraphStoreIT extends GraphStoreContract {

  private static final EntityId ITEM = new EntityId("item:anthology");
  private static final EntityId PERSON = new EntityId("person:Agnès Varda");

  private final String tenant = LocalServers.newTenant();
  private final GraphStore store = open();

  /** Returns the store as another process would see it. */
  private GraphStore open() {
    return new DynamoGraphStore(new Dynamo(Clients.dynamo(), tenant), Clients.TABLES);
  }

  @Override
  protected GraphStore store() {
    return store;
  }

  @Test
  void edgesThatDoNotFitThePageOfTheirNodeStandBeyondIt() {
    List<Edge> edges =
        IntStream.range(1_000, 2_000)
            .mapToObj(i -> Edge.of(ITEM, "has a chapter about", new EntityId("person:" + i)))
            .toList();
    change(store, "c1", edges.subList(0, 500), List.of());
    change(store, "c2", edges.subList(500, 1_000), List.of());

    assertThat(Answer.of(store.around(List.of(ITEM), Integer.MAX_VALUE)).get(ITEM))
        .isEqualTo(edges);
    assertThat(Answer.of(store.page(ITEM, Optional.of(EdgeKey.of(edges.get(99))), 700)))
        .isEqualTo(edges.subList(100, 800));
    change(store, "c3", List.of(lighter(edges.getFirst()), lighter(edges.getLast())), List.of());
    change(store, "c4", List.of(), edges.subList(1, 999));
    assertThat(Answer.of(store.all()))
        .containsExactlyInAnyOrder(lighter(edges.getFirst()), lighter(edges.getLast()));
    assertThat(Answer.of(store.around(List.of(new EntityId("person:1500")), 1))).isEmpty();
  }

  private static Edge lighter(Edge edge) {
    return new Edge(edge.head(), edge.relation(), edge.tail(), 0.5f, edge.source());
  }

  @Test
  void changesOfOneNodeFromSeveralProcessesAreAllAppliedAndSeenAlikeFromBothEnds() {
    List<GraphStore> processes = List.of(open(), open(), open());
    Random random = new Random(1);
    List<Uni<Boolean>> changes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<Edge> own = List.of(Edge.of(ITEM, "own", new EntityId("thing:" + i)));
      List<Edge> shared =
          List.of(Edge.of(ITEM, "about", PERSON), Edge.of(PERSON, "wrote", ITEM)).stream()
              .filter(edge -> random.nextBoolean())
              .toList();
      List<Edge> added = new ArrayList<>(own);
      added.addAll(i % 2 == 0 ? shared : List.of());
      changes.add(processes.get(i % 3).change("c" + i, added, i % 2 == 0 ? List.of() : shared));
    }

    Answer.of(Uni.join().all(changes).andFailFast());

    List<Edge> around = Answer.of(store.around(List.of(ITEM), 100)).get(ITEM);
    assertThat(around.stream().filter(edge -> edge.relation().equals("own"))).hasSize(60);
    assertThat(Answer.of(store.around(List.of(PERSON), 100)).getOrDefault(PERSON, List.of()))
        .containsExactlyInAnyOrderElementsOf(
            around.stream().filter(edge -> !edge.relation().equals("own")).toList());
  }

  @Test
  void aChangeThatIsDeliveredAgainMendsWhatWasNotCopied() {
    Edge edge = Edge.of(ITEM, "about", PERSON);
    change(store, "c1", List.of(edge), List.of());
    Dynamo dynamo = new Dynamo(Clients.dynamo(), tenant);
    EdgeRows rows = new EdgeRows(dynamo.keys());
    Answer.of(
        dynamo.write(
            "losing a copy",
            Clients.TABLES.edgesAway(),
            List.of(RowWrite.delete(rows.key(EdgeKey.of(edge), PERSON)))));

    change(store, "c1", List.of(edge), List.of());

    assertThat(Answer.of(store.around(List.of(PERSON), 5)))
        .isEqualTo(Map.of(PERSON, List.of(edge)));
  }

  private static void change(GraphStore to, String id, List<Edge> added, List<Edge> removed) {
    Answer.of(to.change(id, added, removed));
  }
}
