package io.lorecast.learning;

import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who likes what, collected from a stream of interactions in any order. Where a user met an item
 * more than once, the last interaction with an opinion decides; mere views and clicks never undo a
 * like.
 *
 * <p>Memory is bounded by the opinions that are kept, not by the interactions: at most {@code most}
 * of them, in 64 bytes each (96 while the table grows), besides the names of users and items. Where
 * there are more, half of the users are left out, then half of the rest, by a hash of their names:
 * the sample is the same in whatever order the interactions came. Mutable; belongs to one thread.
 *
 * <p>Source of the sampling: "On Adaptive Sampling", Computing 43, 1990, doi:10.1007/BF02241657.
 */
public final class TrainingSet {

  /** How many opinions are kept unless said otherwise: in 403 MB, 604 MB while growing. */
  public static final int MOST_OPINIONS = 10_000_000;

  private final InteractionWeights weights;
  private final int most;
  private final OpinionTable opinions = new OpinionTable();
  private final Numbers<ItemId> items = new Numbers<>();
  private Numbers<UserId> users = new Numbers<>();
  private int halvings;
  private long interactions;

  /** Creates an empty set that weighs interactions by {@code weights}. */
  public TrainingSet(InteractionWeights weights) {
    this(weights, MOST_OPINIONS);
  }

  /**
   * Creates an empty set.
   *
   * @param most how many opinions are kept at most, at least 1
   */
  public TrainingSet(InteractionWeights weights, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("opinions must be at least 1, were " + most);
    }
    this.weights = weights;
    this.most = most;
  }

  /** Adds one interaction; the same one twice counts once. */
  public void add(Interaction interaction) {
    add(interaction.user(), weights.entry(interaction));
  }

  /** Adds one entry of the history of {@code user}. */
  public void add(UserId user, HistoryEntry entry) {
    interactions++;
    boolean likes = entry.signal() == Signal.LIKED;
    if ((likes || entry.weight() < 0) && isKept(user)) {
      opinions.add(
          users.of(user),
          items.of(entry.item()),
          entry.atMillis(),
          StableHash.of(entry.feedbackId()),
          likes);
      while (opinions.size() > most && halvings < Long.SIZE - 1) {
        halve();
      }
    }
  }

  private boolean isKept(UserId user) {
    return halvings == 0 || StableHash.of(user.value()) >>> (Long.SIZE - halvings) == 0;
  }

  private void halve() {
    halvings++;
    Numbers<UserId> kept = new Numbers<>();
    int[] renumbered = new int[users.size()];
    for (int user = 0; user < renumbered.length; user++) {
      renumbered[user] = isKept(users.name(user)) ? kept.of(users.name(user)) : -1;
    }
    opinions.keepUsers(renumbered);
    users = kept;
  }

  /** Returns how many interactions were added. */
  public long interactions() {
    return interactions;
  }

  /** Returns how many users with an opinion are kept. */
  public int users() {
    return users.size();
  }

  /** Returns the share of the users that is kept: 1, 1/2, 1/4, ... */
  public double share() {
    return Math.scalb(1.0, -halvings);
  }

  /**
   * Takes the last likes of some users out of the set, those of the least hashes: as long as a user
   * likes nothing more, the same like is held out of every fit, so that an earlier model has not
   * seen it either. To be asked for once, when all has been added.
   *
   * @param mostUsers of how many users at most; never of more than a tenth
   * @return a like for each of them who had two or more, in the order of the hashes
   */
  public List<HeldOutLike> holdOut(int mostUsers) {
    int[] chosen =
        IntStream.range(0, users.size())
            .boxed()
            .sorted(
                Comparator.comparing(
                    (Integer user) -> StableHash.of(users.name(user).value()),
                    Long::compareUnsigned))
            .limit(Math.min(mostUsers, users.size() / 10))
            .mapToInt(Integer::intValue)
            .toArray();
    return new HoldOut(opinions, users, items).lastLikes(chosen);
  }

  /** Returns the likes by user and by item as positions; users in the order of their ids. */
  Likes likes(List<ItemId> catalogue) {
    int[] positions = positions(catalogue);
    int[] counts = new int[users.size()];
    opinions.forEach(
        (slot, user, item) -> counts[user] += opinions.likes(slot) && positions[item] >= 0 ? 1 : 0);
    int[][] liked = new int[users.size()][];
    Arrays.setAll(liked, user -> new int[counts[user]]);
    opinions.forEach(
        (slot, user, item) -> {
          if (opinions.likes(slot) && positions[item] >= 0) {
            liked[user][--counts[user]] = positions[item];
          }
        });
    List<int[]> byUser =
        IntStream.range(0, liked.length)
            .filter(user -> liked[user].length > 0)
            .boxed()
            .sorted(Comparator.comparing(user -> users.name(user).value()))
            .map(user -> liked[user])
            .toList();
    byUser.forEach(Arrays::sort);
    return Likes.of(byUser, catalogue.size());
  }

  /** Returns where each item stands in {@code catalogue}, -1 for one that is gone. */
  private int[] positions(List<ItemId> catalogue) {
    Map<ItemId, Integer> places = new HashMap<>();
    catalogue.forEach(item -> places.put(item, places.size()));
    int[] positions = new int[items.size()];
    Arrays.setAll(positions, item -> places.getOrDefault(items.name(item), -1));
    return positions;
  }

  /**
   * A sparse matrix of likes, both ways round.
   *
   * @param byUser positions of items, rising, for each user
   * @param byItem positions of users, rising, for each item
   */
  @SuppressWarnings("ArrayRecordComponent") // stays inside the fit
  record Likes(int[][] byUser, int[][] byItem) {

    static Likes of(List<int[]> byUser, int items) {
      int[] sizes = new int[items];
      byUser.forEach(liked -> Arrays.stream(liked).forEach(item -> sizes[item]++));
      int[][] byItem = new int[items][];
      for (int item = 0; item < items; item++) {
        byItem[item] = new int[sizes[item]];
      }
      for (int user = byUser.size() - 1; user >= 0; user--) {
        for (int item : byUser.get(user)) {
          byItem[item][--sizes[item]] = user;
        }
      }
      return new Likes(byUser.toArray(int[][]::new), byItem);
    }
  }
}
