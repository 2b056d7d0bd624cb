package io.lorecast.ranking;

import io.lorecast.attribution.ShapleyValues;
import io.lorecast.learning.Signal;
import io.lorecast.learning.UserHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGeneratorFactory;

/**
 * Shares the personal part of scores among the items of a history: the Shapley values of {@link
 * HistoryGame}, exact for few items, for more estimated from orders drawn by a fixed seed, so that
 * the same question has the same answer.
 */
final class Contributions {

  /** Beyond so many players, 1,024 coalitions, orders are drawn. */
  private static final int EXACT = 10;

  /** How many pairs of orders: at most 1,282 coalitions. */
  private static final int PAIRS = 32;

  private static final long SEED = 20_260_304;

  private Contributions() {}

  /** Returns what each item met contributes to each of {@code slots}, the greatest first. */
  static List<List<Contribution>> of(ScoringBasis basis, UserHistory history, int[] slots) {
    HistoryGame game = HistoryGame.of(basis, history, slots);
    ShapleyValues values =
        game.players() <= EXACT
            ? ShapleyValues.exact(game)
            : ShapleyValues.sampled(
                game, PAIRS, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
    List<List<Contribution>> contributions = new ArrayList<>();
    for (int i = 0; i < slots.length; i++) {
      List<Contribution> ofItem = new ArrayList<>();
      for (int player = 0; player < game.players(); player++) {
        ofItem.add(
            new Contribution(
                game.item(player).map(met -> described(met, basis.view())), values.of(player, i)));
      }
      // Stable: of equals, the one met last comes first.
      ofItem.sort(Comparator.comparingDouble(contribution -> -Math.abs(contribution.value())));
      contributions.add(ofItem);
    }
    return contributions;
  }

  private static MetItem described(RecentItem met, CatalogueView view) {
    return MetItem.of(met.item(), met.signal() == Signal.LIKED, view);
  }
}
