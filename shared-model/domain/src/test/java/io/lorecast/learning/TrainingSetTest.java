package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TrainingSetTest {

  private static final UserId ANNA = new UserId("anna");
  private static final UserId BELA = new UserId("bela");
  private static final List<ItemId> ITEMS = List.of(new ItemId("a"), new ItemId("b"));

  private final TrainingSet training = new TrainingSet(InteractionWeights.defaults());

  @Test
  void likesStandBothWaysRound() {
    training.add(BELA, entry("1", "a", Signal.LIKED, 1, 1));
    training.add(ANNA, entry("2", "a", Signal.LIKED, 1, 2));
    training.add(ANNA, entry("3", "b", Signal.LIKED, 1, 3));

    TrainingSet.Likes likes = training.likes(ITEMS);

    assertThat(likes.byUser()).isDeepEqualTo(new int[][] {{0, 1}, {0}});
    assertThat(likes.byItem()).isDeepEqualTo(new int[][] {{0, 1}, {0}});
  }

  @Test
  void theLaterOpinionDecidesWhateverComesFirst() {
    training.add(ANNA, entry("2", "a", Signal.OTHER, -1, 2));
    training.add(ANNA, entry("1", "a", Signal.LIKED, 1, 1));

    assertThat(training.likes(ITEMS).byUser()).isEmpty();
  }

  @Test
  void aViewNeverUndoesALike() {
    training.add(ANNA, entry("1", "a", Signal.LIKED, 1, 1));
    training.add(ANNA, entry("2", "a", Signal.OTHER, .1f, 2));

    assertThat(training.likes(ITEMS).byUser()).isDeepEqualTo(new int[][] {{0}});
  }

  @Test
  void anItemThatIsGoneIsLeftOut() {
    training.add(ANNA, entry("1", "gone", Signal.LIKED, 1, 1));

    assertThat(training.likes(ITEMS).byUser()).isEmpty();
  }

  @Property(tries = 50)
  void manyOpinionsAreKeptAsAMapWouldKeepThem(@ForAll Random random) {
    TrainingSet training = new TrainingSet(InteractionWeights.defaults());
    Map<String, HistoryEntry> last = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      String user = "user" + random.nextInt(200);
      String item = "item" + random.nextInt(50);
      boolean likes = random.nextBoolean();
      HistoryEntry entry =
          entry(user + i, item, likes ? Signal.LIKED : Signal.OTHER, likes ? 1 : -1, i);
      training.add(new UserId(user), entry);
      last.put(user + " " + item, entry);
    }

    long likes = last.values().stream().filter(e -> e.signal() == Signal.LIKED).count();
    assertThat(Arrays.stream(training.likes(items(50)).byUser()).mapToInt(l -> l.length).sum())
        .isEqualTo((int) likes);
  }

  @Property(tries = 20)
  void wherePairsAreTooManyTheSameUsersAreKeptInWhateverOrder(@ForAll Random random) {
    TrainingSet one = new TrainingSet(InteractionWeights.defaults(), 500);
    TrainingSet other = new TrainingSet(InteractionWeights.defaults(), 500);
    List<UserId> users = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      users.add(new UserId("user" + i % 300));
    }
    addAll(one, users);
    List<Integer> order = new ArrayList<>(IntStream.range(0, users.size()).boxed().toList());
    Collections.shuffle(order, random);
    order.forEach(i -> addOne(other, users, i));

    // 300 users of 10 opinions: 3,000, then about 1,500, 750, 375, which are no more than 500.
    assertThat(one.share()).isIn(1 / 4d, 1 / 8d, 1 / 16d);
    assertThat(one.users() * 10).isBetween(1, 500);
    assertThat(one.interactions()).isEqualTo(3_000);
    assertThat(other.share()).isEqualTo(one.share());
    assertThat(other.likes(items(10)).byUser()).isDeepEqualTo(one.likes(items(10)).byUser());
  }

  @Test
  void theLastLikesOfAFewUsersAreHeldOut() {
    List<UserId> users = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      users.add(new UserId("user" + i % 100));
    }
    addAll(training, users);

    List<HeldOutLike> heldOut = training.holdOut(7);

    assertThat(heldOut).hasSize(7);
    for (HeldOutLike like : heldOut) {
      // Each user likes item0 to item9 in this order.
      assertThat(like.last()).isEqualTo(new ItemId("item9"));
      assertThat(like.before().entries())
          .extracting(e -> e.item().value())
          .containsExactly(
              "item0", "item1", "item2", "item3", "item4", "item5", "item6", "item7", "item8");
    }
    assertThat(training.likes(items(10)).byItem()[9]).hasSize(100 - 7);
    assertThat(training.likes(items(10)).byItem()[8]).hasSize(100);
  }

  @Test
  void neverMoreThanATenthOfTheUsersIsAskedAndNobodyLosesTheirOnlyLike() {
    for (int i = 0; i < 30; i++) {
      training.add(new UserId("user" + i), entry("f" + i, "a", Signal.LIKED, 1, i));
    }

    assertThat(training.holdOut(1_000)).isEmpty();

    for (int i = 0; i < 30; i++) {
      training.add(new UserId("user" + i), entry("g" + i, "b", Signal.LIKED, 1, i + 100));
    }
    assertThat(training.holdOut(1_000)).hasSize(3);
  }

  @Test
  void theSameUsersAreHeldOutAgainWhenOthersHaveLikedMore() {
    List<UserId> users = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      users.add(new UserId("user" + i % 100));
    }
    addAll(training, users);
    TrainingSet later = new TrainingSet(InteractionWeights.defaults());
    addAll(later, users);
    later.add(new UserId("user5"), entry("later", "item10", Signal.LIKED, 1, 5_000));

    assertThat(later.holdOut(10).stream().map(like -> like.before().user()))
        .containsExactlyElementsOf(
            training.holdOut(10).stream().map(like -> like.before().user()).toList());
  }

  @Test
  void roomForNothingIsRefused() {
    assertThatThrownBy(() -> new TrainingSet(InteractionWeights.defaults(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1, were 0");
  }

  private static void addAll(TrainingSet set, List<UserId> users) {
    for (int i = 0; i < users.size(); i++) {
      addOne(set, users, i);
    }
  }

  /** The i-th like of all; each user's first is of item0, the next of item1. */
  private static void addOne(TrainingSet set, List<UserId> users, int i) {
    int round = i / (users.indexOf(users.getLast()) + 1);
    set.add(users.get(i), entry("f" + i, "item" + round, Signal.LIKED, 1, i));
  }

  private static List<ItemId> items(int count) {
    return IntStream.range(0, count).mapToObj(i -> new ItemId("item" + i)).toList();
  }

  private static HistoryEntry entry(String id, String item, Signal signal, float weight, long at) {
    return new HistoryEntry(id, new ItemId(item), signal, weight, at);
  }
}
