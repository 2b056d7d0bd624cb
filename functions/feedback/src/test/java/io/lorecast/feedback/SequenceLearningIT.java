package io.lorecast.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.learning.LearnerSettings;
import io.lorecast.learning.Signal;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.ranking.RankingSettings;
import io.lorecast.sequence.SequenceModel;
import io.lorecast.sequence.SequenceRow;
import io.lorecast.store.CatalogueReplica;
import io.lorecast.store.CatalogueSources;
import io.lorecast.store.ChangeFeed;
import io.lorecast.store.ItemStore;
import io.lorecast.store.SequenceStore;
import io.lorecast.store.SequenceWriter;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.testing.LocalStoresResource;
import io.lorecast.store.testing.TestStores;
import io.lorecast.vector.VectorMath;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Likes, the feed, a round, the record and a reader's catalogue, on real servers. */
@QuarkusIntegrationTest
@QuarkusTestResource(LocalStoresResource.class)
@TestProfile(SequenceLearningIT.WithSequence.class)
class SequenceLearningIT {

  private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");
  private static final List<ItemId> SONGS =
      IntStream.range(0, 30).mapToObj(i -> new ItemId("song-" + i)).toList();

  private final Stores stores = TestStores.ofApplication();
  private final SequenceStore store = stores.sequence();
  private final ItemStore items = stores.items();
  private final ChangeFeed changes = stores.changes();

  @Test
  void enoughLikesMakeARoundThatReadersTakeOver() throws Exception {
    SONGS.forEach(song -> items.save(item(song)).await().indefinitely());
    changes.announce(SONGS).await().indefinitely();

    List<String> outcomes = Events.deliverAll(likes(2 * SequenceWriter.LEAST_LIKES));

    assertThat(outcomes).containsOnly("applied");
    SequenceStore.Head head = store.head().await().indefinitely();
    assertThat(head.revision()).isPositive();
    SequenceModel model = store.read(1).await().indefinitely().orElseThrow();
    // Who likes song 0 likes song 1 next.
    assertThat(after(model, 0, 1)).isGreaterThan(after(model, 0, 17));
    CatalogueReplica replica = reader();
    replica.refresh().await().indefinitely();
    assertThat(replica.catalogue().hasSequence()).isTrue();
  }

  private CatalogueReplica reader() {
    CatalogueSources sources =
        new CatalogueSources(
            items, stores.vectors(), stores.graph(), stores.learning(0), stores.model(), changes);
    return new CatalogueReplica(
        sources, LearnerSettings.defaults(), RankingSettings.defaults(), Optional.of(store));
  }

  /** Each user likes two songs that stand next to one another, the even one first. */
  private static List<Interaction> likes(int count) {
    List<Interaction> likes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      likes.add(
          new Interaction(
              "listen-" + i,
              new UserId("listener-" + i / 2),
              SONGS.get(i % SONGS.size()),
              InteractionKind.LIKE,
              null,
              START.plusSeconds(i)));
    }
    return likes;
  }

  private static float after(SequenceModel model, int first, int second) {
    float[] before = Objects.requireNonNull(model.rows().get(SONGS.get(first)));
    float[] next = Objects.requireNonNull(model.rows().get(SONGS.get(second)));
    int from = SequenceRow.after(Signal.LIKED);
    return VectorMath.dot(before, from, next, SequenceRow.TARGET, SequenceRow.K)
        + next[SequenceRow.BIAS];
  }

  private static Item item(ItemId id) {
    return new Item(id, 1, id.value(), "", List.of(), List.of(), Map.of(), "en", true, START);
  }

  /** Turns the term on. */
  public static final class WithSequence implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("lorecast.learning.sequence", "true");
    }
  }
}
