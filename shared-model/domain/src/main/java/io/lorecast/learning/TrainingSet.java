package io.lorecast.learning;

import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who likes what, collected from a stream of interactions in any order. Where a user met an item
 * more than once, the last interaction with an opinion decides; mere views and clicks never undo a
 * like. Memory grows with the number of liked and disliked pairs, not of interactions. Mutable;
 * belongs to one thread.
 */
public final class TrainingSet {

  private record Opinion(long atMillis, String feedbackId, boolean likes) {
    boolean isOlderThan(HistoryEntry entry) {
      return atMillis < entry.atMillis()
          || (atMillis == entry.atMillis() && feedbackId.compareTo(entry.feedbackId()) < 0);
    }
  }

  private final InteractionWeights weights;
  private final Map<UserId, Map<ItemId, Opinion>> opinions = new HashMap<>();
  private long interactions;

  /** Creates an empty set that weighs interactions by {@code weights}. */
  public TrainingSet(InteractionWeights weights) {
    this.weights = weights;
  }

  /** Adds one interaction; the same one twice counts once. */
  public void add(Interaction interaction) {
    add(interaction.user(), weights.entry(interaction));
  }

  /** Returns how many interactions were added. */
  public long interactions() {
    return interactions;
  }

  /** Returns how many users have an opinion. */
  public int users() {
    return opinions.size();
  }

  /** Adds one entry of the history of {@code user}. */
  public void add(UserId user, HistoryEntry entry) {
    interactions++;
    boolean likes = entry.signal() == Signal.LIKED;
    if (likes || entry.weight() < 0) {
      Map<ItemId, Opinion> ofUser = opinions.computeIfAbsent(user, key -> new HashMap<>());
      Opinion known = ofUser.get(entry.item());
      if (known == null || known.isOlderThan(entry)) {
        ofUser.put(entry.item(), new Opinion(entry.atMillis(), entry.feedbackId(), likes));
      }
    }
  }

  /** Returns the likes by user and by item as positions; users in the order of their ids. */
  Likes likes(List<ItemId> items) {
    Map<ItemId, Integer> positions = new HashMap<>();
    items.forEach(item -> positions.put(item, positions.size()));
    Map<String, int[]> byUser = new TreeMap<>();
    opinions.forEach(
        (user, ofUser) -> {
          int[] liked =
              ofUser.entrySet().stream()
                  .filter(opinion -> opinion.getValue().likes())
                  .mapToInt(opinion -> positions.getOrDefault(opinion.getKey(), -1))
                  .filter(position -> position >= 0)
                  .sorted()
                  .toArray();
          if (liked.length > 0) {
            byUser.put(user.value(), liked);
          }
        });
    return Likes.of(new ArrayList<>(byUser.values()), items.size());
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
      byUser.forEach(liked -> java.util.Arrays.stream(liked).forEach(item -> sizes[item]++));
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
