package io.lorecast.store.layered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.store.Answer;
import io.lorecast.store.ModelStore.ModelVersion;
import io.lorecast.store.ModelStore.StoredModel;
import io.lorecast.store.StoreException;
import io.lorecast.store.WeightStore.StoredWeights;
import io.lorecast.store.redis.RedisCommands;
import io.lorecast.store.testing.Clients;
import io.lorecast.store.testing.LocalServers;
import io.lorecast.store.testing.TestStores;
import io.lorecast.vector.Embedding;
import io.vertx.redis.client.Redis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was recorded is read as before when Redis has lost it or does not answer. */
class LostRedisIT {

  private static final ItemId ITEM = new ItemId("cleo");
  private static final EntityId VARDA = new EntityId("person:Agnès Varda");
  private static final Edge DIRECTED = Edge.of(EntityId.of(ITEM), "director", VARDA);

  private static final ModelVersion VERSION = new ModelVersion("v1", "s");
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final String tenant = LocalServers.newTenant();

  @BeforeEach
  void record() {
    Stores stores = TestStores.of(tenant, tenant);
    Answer.of(stores.vectors().content("s").save(ITEM, Embedding.of(1f, 2f)));
    Answer.of(stores.graph().change("c1", List.of(DIRECTED), List.of()));
    Answer.of(stores.model().publish(new StoredModel(VERSION, new byte[] {7})));
    Answer.of(
        stores.weights().save(new StoredWeights(1, new float[] {3}, Map.of("director", .5f))));
  }

  private static void assertEverythingIsRead(Stores stores) {
    assertThat(Answer.of(stores.vectors().content("s").find(ITEM))).contains(Embedding.of(1f, 2f));
    assertThat(Answer.of(stores.graph().around(List.of(VARDA), 5)))
        .containsEntry(VARDA, List.of(DIRECTED));
    assertThat(Answer.of(stores.graph().degrees(List.of(VARDA)))).containsEntry(VARDA, 1L);
    assertThat(Answer.of(stores.model().currentVersion())).contains(VERSION);
    assertThat(Answer.of(stores.model().current()).orElseThrow().content()).containsExactly(7);
    StoredWeights weights = Answer.of(stores.weights().current()).orElseThrow();
    assertThat(weights.values()).containsExactly(3f);
    assertThat(weights.relations()).containsExactly(Map.entry("director", .5f));
  }

  @Test
  void anEmptiedRedisIsReadFromTheRecord() {
    assertEverythingIsRead(TestStores.of(tenant, LocalServers.newTenant()));
  }

  @Test
  void aRedisThatRefusesConnectionsIsReadFromTheRecord() {
    RedisCommands nobody = new RedisCommands(Clients.redis("redis://127.0.0.1:1"), ONE_SECOND);

    assertEverythingIsRead(TestStores.of(tenant, tenant, nobody));
  }

  @Test
  void aRedisThatHangsFailsInsteadOfHangingItsCallers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Redis client = Clients.redis("redis://127.0.0.1:" + silent.getLocalPort());
      Stores stores = TestStores.of(tenant, tenant, new RedisCommands(client, ONE_SECOND));

      assertThat(Answer.of(stores.vectors().content("s").find(ITEM)))
          .contains(Embedding.of(1f, 2f));
      assertThatThrownBy(() -> Answer.of(stores.learning(0).counts(List.of(ITEM))))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("reading counts in Redis");
      client.close();
    }
  }

  @Test
  void onceAGenerationHasBegunAbsenceInRedisIsBelieved() {
    Stores lost = TestStores.of(tenant, LocalServers.newTenant());

    Answer.of(lost.changes().begin("g1"));

    assertThat(Answer.of(lost.vectors().content("s").findAll(List.of(ITEM)))).isEqualTo(Map.of());
  }
}
