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
        Reach.around(Set.of(VARDA), Map.of(VARDA, List.of(B_VARDA, A_VARDA, VARDA_FRANCE)));

    assertThat(reach.items()).containsExactly(new ItemId("a"), new ItemId("b"));
    assertThat(reach.entities()).containsExactly(VARDA);
  }

  @Test
  void aNodeAloneReachesNothingElse() {
    Reach reach = Reach.own(Set.of(A, VARDA));

    assertThat(reach.items()).containsExactly(new ItemId("a"));
    assertThat(reach.entities()).containsExactly(VARDA);
  }

  @Test
  void aNodeThatLostItsLastEdgeIsReachedAllTheSame() {
    Reach reach = Reach.around(Set.of(A, FRANCE), Map.of());

    assertThat(reach.items()).containsExactly(new ItemId("a"));
    assertThat(reach.entities()).containsExactly(FRANCE);
  }

  @Test
  void touchingAnItemReachesTheItemsItHasAnEdgeWith() {
    Edge sequel = Edge.of(A, "sequel-of", B);

    Reach reach = Reach.around(Set.of(A), Map.of(A, List.of(sequel)));

    assertThat(reach.items()).containsExactly(new ItemId("a"), new ItemId("b"));
    assertThat(reach.entities()).isEmpty();
  }
}
