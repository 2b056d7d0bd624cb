package io.lorecast.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachTest {

  private static final EntityId A = new EntityId("item:a");
  private static final EntityId B = new EntityId("item:b");
  private static final EntityId VARDA = new EntityId("person:varda");
  private static final EntityId FRANCE = new EntityId("country:france");
  private static final Edge A_VARDA = Edge.of(A, "director", VARDA);
  private static final Edge B_VARDA = Edge.of(B, "director", VARDA);
  private static final Edge VARDA_FRANCE = Edge.of(VARDA, "lives-in", FRANCE);

  @Test
  void touchingAnEntityReachesItAndTheItemsAroundIt() {
    Reach reach =
        Reach.of(
            Set.of(VARDA),
            Map.of(VARDA, List.of(B_VARDA, A_VARDA, VARDA_FRANCE)),
            Map.of(VARDA, 3L),
            3);

    assertThat(reach.items()).containsExactly(new ItemId("a"), new ItemId("b"));
    assertThat(reach.entities()).containsExactly(VARDA);
  }

  @Test
  void theItemsAroundAHubStayAsTheyAre() {
    Reach reach =
        Reach.of(
            Set.of(A, VARDA),
            Map.of(VARDA, List.of(A_VARDA, B_VARDA, VARDA_FRANCE), A, List.of(A_VARDA)),
            Map.of(VARDA, 3L, A, 1L),
            2);

    assertThat(reach.items()).containsExactly(new ItemId("a"));
    assertThat(reach.entities()).containsExactly(VARDA);
  }

  @Test
  void aNodeThatLostItsLastEdgeIsReachedAllTheSame() {
    Reach reach = Reach.of(Set.of(A, FRANCE), Map.of(), Map.of(), 32);

    assertThat(reach.items()).containsExactly(new ItemId("a"));
    assertThat(reach.entities()).containsExactly(FRANCE);
  }

  @Test
  void touchingAnItemReachesTheItemsItHasAnEdgeWith() {
    Edge sequel = Edge.of(A, "sequel-of", B);

    Reach reach = Reach.of(Set.of(A), Map.of(A, List.of(sequel)), Map.of(A, 1L), 32);

    assertThat(reach.items()).containsExactly(new ItemId("a"), new ItemId("b"));
    assertThat(reach.entities()).isEmpty();
  }
}
