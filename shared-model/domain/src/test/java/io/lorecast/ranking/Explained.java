package io.lorecast.ranking;

import static io.lorecast.ranking.SampleCatalogue.NOW;

import io.lorecast.learning.BlendWeights;
import io.lorecast.learning.NeighbourRow;
import io.lorecast.learning.UserHistory;
import io.lorecast.model.ItemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** Rankings of the {@link SampleCatalogue} with their explanations. */
abstract class Explained {

  static final int K = 8;

  final SampleCatalogue sample = new SampleCatalogue();
  final Ranker ranker = new Ranker(sample.settings);

  /** Returns a request for {@link #K} items that {@code history} has not met, fully explained. */
  static RankRequest full(double diversity, UserHistory history) {
    return request(K, diversity, history).explained(ExplanationLevel.FULL);
  }

  /** Returns a request for all items that {@code history} has not met. */
  static RankRequest all(double diversity, UserHistory history) {
    return request(SampleCatalogue.ITEMS, diversity, history);
  }

  private static RankRequest request(int k, double diversity, UserHistory history) {
    Set<ItemId> seen =
        RecentItem.of(history, Integer.MAX_VALUE).stream()
            .map(RecentItem::item)
            .collect(Collectors.toSet());
    return RankRequest.best(k, seen).withDiversity(diversity);
  }

  List<ScoredItem> rank(RankRequest request, UserHistory history) {
    return rank(request, history, sample.rows);
  }

  List<ScoredItem> rank(RankRequest request, UserHistory history, Map<ItemId, NeighbourRow> rows) {
    return ranker.rank(request, history, rows, sample.catalogue, BlendWeights.start(), NOW);
  }

  /** Returns how far rounding may move {@code value}: it is a sum of floats of its size. */
  static Offset<Double> rounding(double value) {
    return Offset.offset(1e-5 * Math.max(1, Math.abs(value)));
  }

  static Optional<Counterfactual> counterfactual(ScoredItem item) {
    return item.reason().orElseThrow().counterfactual();
  }

  static List<ItemId> ids(List<ScoredItem> items) {
    return items.stream().map(ScoredItem::id).toList();
  }

  /** Up to 40 meetings with 45 of the items, so that some are left to recommend. */
  @Provide
  Arbitrary<UserHistory> histories() {
    return Arbitraries.integers().between(0, 44).list().ofMaxSize(40).map(HistoryGameTest::history);
  }

  /** Without diversity, and with. */
  @Provide
  Arbitrary<Double> diversities() {
    return Combinators.combine(Arbitraries.of(true, false), Arbitraries.doubles().between(.05, 1))
        .as((plain, spread) -> plain ? 0 : spread);
  }
}
