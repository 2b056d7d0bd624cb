package io.lorecast.ranking;

import io.lorecast.learning.HistoryEntry;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds, for each item of a list, the item of the history without which it would fall the furthest,
 * by ranking again without each of those met lately: windows, recency, fold-in, profiles, neighbour
 * sums, the bucket of weights and the list's spread are all made anew. That is exact, and costs one
 * ranking for each item taken out, at most {@link HistoryGame#APART}.
 *
 * <p>Held fixed is what all users have taught together: counters, popularity, model, weights. For
 * items the user has not met, to take this user's own additions out of the counters as well would
 * change nothing: each of them concerns two items that the user met, or is a count of one (so it
 * holds for whole neighbour rows; in one that is cut to its strongest, another counter might come
 * in). What is taken out stays barred as met, so the places are among the same items.
 */
final class Counterfactuals {

  private final Ordering ordering;
  private final CatalogueView view;

  Counterfactuals(Ordering ordering, CatalogueView view) {
    this.ordering = ordering;
    this.view = view;
  }

  /**
   * Returns what each item of the list in {@code slots} would fall without; empty where nothing
   * that is taken out makes it fall. Of equal falls it is the one that leaves the lower score.
   *
   * @param met the items to take out, one at a time
   */
  List<Optional<Counterfactual>> of(int[] slots, UserHistory history, List<ItemId> met) {
    int[] places = new int[slots.length];
    float[] scores = new float[slots.length];
    ItemId[] without = new ItemId[slots.length];
    for (ItemId item : met) {
      Ordering.Standing standing = ordering.standing(history.without(item));
      int[] now = ordering.places(standing, slots);
      for (int i = 0; i < slots.length; i++) {
        float score = standing.scores().total()[slots[i]];
        if (now[i] > i + 1 && (now[i] > places[i] || now[i] == places[i] && score < scores[i])) {
          places[i] = now[i];
          scores[i] = score;
          without[i] = item;
        }
      }
    }
    List<Optional<Counterfactual>> found = new ArrayList<>();
    for (int i = 0; i < slots.length; i++) {
      int rank = i + 1;
      int place = places[i];
      found.add(
          Optional.ofNullable(without[i])
              .map(item -> new Counterfactual(described(item, history), rank, place)));
    }
    return found;
  }

  private MetItem described(ItemId item, UserHistory history) {
    boolean onlyLiked =
        history.entries().stream()
            .filter(entry -> entry.item().equals(item))
            .map(HistoryEntry::signal)
            .allMatch(Signal.LIKED::equals);
    return MetItem.of(item, onlyLiked, view);
  }
}
