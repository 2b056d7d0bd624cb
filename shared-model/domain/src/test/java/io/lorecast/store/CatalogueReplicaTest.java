package io.lorecast.store;

import static io.lorecast.store.ReplicaWorld.A;
import static io.lorecast.store.ReplicaWorld.B;
import static io.lorecast.store.ReplicaWorld.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.encoding.ContentSpace;
import org.junit.jupiter.api.Test;

class CatalogueReplicaTest {

  private final ReplicaWorld world = new ReplicaWorld();

  @Test
  void theFirstRefreshReadsEverything() {
    world.refresh();

    assertThat(world.replica.catalogue().size()).isEqualTo(3);
    assertThat(world.popularity(A)).isPositive();
    assertThat(world.popularity(B)).isZero();
    assertThat(world.replica.isHotStateComplete()).isTrue();
    assertThat(world.replica.modelVersion()).isEqualTo(CatalogueReplica.NO_MODEL);
  }

  @Test
  void aLaterRefreshReadsOnlyWhatIsAnnounced() {
    world.refresh();
    world.save(A, 2);
    world.save(B, 2);

    world.announce(B);
    world.refresh();

    assertThat(world.items.takeRead()).containsExactly(B);
    assertThat(world.items.sweeps()).isEqualTo(1);
    assertThat(world.nameOf(B)).isEqualTo("b 2");
    assertThat(world.nameOf(A)).isEqualTo("a 1");
    world.refresh();
    assertThat(world.items.takeRead()).isEmpty();
  }

  @Test
  void countersAloneAreReadWithoutTheItem() {
    world.refresh();

    world.like("2", B);
    world.refresh();

    assertThat(world.popularity(B)).isPositive();
    assertThat(world.items.takeRead()).isEmpty();
    assertThat(world.items.sweeps()).isEqualTo(1);
  }

  @Test
  void anAnnouncedItemThatIsNotThereIsGone() {
    world.refresh();

    Answer.of(world.items.remove(C));
    world.announce(C);
    world.refresh();

    assertThat(world.replica.catalogue().find(C)).isEmpty();
    assertThat(world.replica.catalogue().size()).isEqualTo(2);
  }

  @Test
  void anotherGenerationReadsEverythingAgain() {
    world.refresh();
    world.save(A, 2);
    Answer.of(world.items.remove(C));

    Answer.of(world.hot.feed().begin("g2"));
    world.refresh();

    assertThat(world.nameOf(A)).isEqualTo("a 2");
    assertThat(world.replica.catalogue().find(C)).isEmpty();
    assertThat(world.items.sweeps()).isEqualTo(2);
  }

  @Test
  void aLostHotStateIsSaidUntilItIsRebuilt() {
    world.refresh();

    world.hot.loseEverything();
    world.refresh();

    assertThat(world.replica.isHotStateComplete()).isFalse();
    assertThat(world.replica.catalogue().size()).isEqualTo(3);
    assertThat(world.popularity(A)).isZero();

    world.like("1", A);
    Answer.of(world.hot.feed().begin("g2"));
    world.refresh();

    assertThat(world.replica.isHotStateComplete()).isTrue();
    assertThat(world.popularity(A)).isPositive();
  }

  @Test
  void aChangeAfterALossIsReadThoughItsRevisionIsLower() {
    world.announce(A);
    world.announce(B);
    world.refresh();
    world.hot.loseEverything();
    world.refresh();

    world.save(C, 2);
    world.announce(C);
    world.refresh();

    assertThat(world.nameOf(C)).isEqualTo("c 2");
  }

  @Test
  void aFailingStoreLeavesTheCatalogueAsItWas() {
    world.refresh();
    float popularity = world.popularity(A);
    world.save(B, 2);
    world.announce(B);

    world.hot.goDown();

    assertThatThrownBy(world::refresh).isInstanceOf(StoreException.class);
    assertThat(world.nameOf(B)).isEqualTo("b 1");
    assertThat(world.popularity(A)).isEqualTo(popularity);
    assertThat(world.replica.catalogue().size()).isEqualTo(3);

    world.hot.comeBack();
    world.refresh();
    assertThat(world.nameOf(B)).isEqualTo("b 2");
  }

  @Test
  void anEmptyOneIsFilledFromTheRecordThoughTheRefreshFails() {
    world.hot.goDown();

    assertThatThrownBy(world::refresh).isInstanceOf(StoreException.class);
    assertThat(world.replica.catalogue().size()).isEqualTo(3);
    assertThat(world.replica.isHotStateComplete()).isFalse();
    assertThat(world.popularity(A)).isZero();

    world.hot.comeBack();
    world.refresh();
    assertThat(world.popularity(A)).isPositive();
    assertThat(world.replica.isHotStateComplete()).isTrue();
  }

  @Test
  void aPublishedModelIsUsedFromTheNextRefreshOn() {
    world.refresh();

    String version = world.use(ContentSpace.single("letters", 7));
    world.refresh();

    assertThat(world.replica.modelVersion()).isEqualTo(version);
    assertThat(world.replica.catalogue().model().space().dimension()).isEqualTo(7);
    assertThat(world.popularity(A)).isPositive();
  }

  @Test
  void aModelOfAnotherSpaceReadsItsContentsAndNoOthers() {
    ContentSpace before = ContentSpace.single("before", 3);
    ContentSpace after = ContentSpace.single("after", 3);
    world.use(before);
    world.encode(A, before, 1, 0, 0);
    world.encode(B, before, 1, 0, 0);
    world.refresh();
    assertThat(world.likest(A)).isEqualTo(B);

    world.encode(A, after, 0, 1, 0);
    world.encode(C, after, 0, 1, 0);
    world.refresh();
    assertThat(world.likest(A)).as("nobody reads a space before its model").isEqualTo(B);

    world.use(after);
    world.refresh();
    assertThat(world.likest(A)).isEqualTo(C);
  }

  @Test
  void aSpaceThatCannotBeReadYetLeavesTheFormerOneInUse() {
    ContentSpace before = ContentSpace.single("before", 3);
    String used = world.use(before);
    world.refresh();

    world.use(ContentSpace.single("after", 3));
    world.hot.goDown();
    assertThatThrownBy(world::refresh).isInstanceOf(StoreException.class);
    assertThat(world.replica.modelVersion()).isEqualTo(used);

    world.hot.comeBack();
    world.refresh();
    assertThat(world.replica.modelVersion()).isNotEqualTo(used);
  }
}
