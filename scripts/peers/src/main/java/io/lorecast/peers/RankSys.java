package io.lorecast.peers;

import cern.colt.function.DoubleFunction;
import es.uam.eps.ir.ranksys.fast.index.FastItemIndex;
import es.uam.eps.ir.ranksys.fast.index.FastUserIndex;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastItemIndex;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastUserIndex;
import es.uam.eps.ir.ranksys.fast.preference.FastPreferenceData;
import es.uam.eps.ir.ranksys.fast.preference.SimpleFastPreferenceData;
import es.uam.eps.ir.ranksys.mf.Factorization;
import es.uam.eps.ir.ranksys.mf.als.HKVFactorizer;
import es.uam.eps.ir.ranksys.mf.rec.MFRecommender;
import es.uam.eps.ir.ranksys.nn.item.ItemNeighborhoodRecommender;
import es.uam.eps.ir.ranksys.nn.item.neighborhood.CachedItemNeighborhood;
import es.uam.eps.ir.ranksys.nn.item.neighborhood.TopKItemNeighborhood;
import es.uam.eps.ir.ranksys.nn.item.sim.SetCosineItemSimilarity;
import es.uam.eps.ir.ranksys.rec.Recommender;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jooq.lambda.tuple.Tuple;
import org.jooq.lambda.tuple.Tuple3;

/** RankSys's recommenders for likes, with the constants of its examples. */
final class RankSys {

  private static final int FACTORS = 50;
  private static final double REGULARISATION = .1;
  private static final double CONFIDENCE = 1;
  private static final int ITERATIONS = 20;
  private static final int NEIGHBOURS = 100;

  /** Held, or the level would be forgotten with it: RankSys logs each iteration. */
  private static final Logger LOG = Logger.getLogger("es.uam.eps.ir.ranksys");

  /** Training in RankSys's terms. */
  private record Data(
      FastUserIndex<Integer> users,
      FastItemIndex<Integer> items,
      FastPreferenceData<Integer, Integer> likes) {

    static Data of(Training training) {
      FastUserIndex<Integer> users = SimpleFastUserIndex.load(training.likes().keySet().stream());
      FastItemIndex<Integer> items =
          SimpleFastItemIndex.load(IntStream.range(0, training.items()).boxed());
      return new Data(
          users,
          items,
          SimpleFastPreferenceData.load(
              training.likes().entrySet().stream()
                  .flatMap(user -> user.getValue().stream().map(item -> like(user.getKey(), item))),
              users,
              items));
    }

    private static Tuple3<Integer, Integer, Double> like(Integer user, Integer item) {
      return Tuple.tuple(user, item, 1.0);
    }
  }

  static {
    LOG.setLevel(Level.WARNING);
  }

  private RankSys() {}

  /** Returns implicit matrix factorisation by Hu, Koren and Volinsky, ICDM 2008. */
  static Library.Lists hkv(Training training, long seed) {
    Data data = Data.of(training);
    Random random = new Random(seed);
    // As RankSys starts, but seeded.
    DoubleFunction start = ignored -> Math.sqrt(1.0 / FACTORS) * random.nextDouble();
    Factorization<Integer, Integer> factors =
        new Factorization<>(data.users(), data.items(), FACTORS, start);
    new HKVFactorizer<Integer, Integer>(REGULARISATION, x -> 1 + CONFIDENCE * x, ITERATIONS)
        .factorize(factors, data.likes());
    return lists(new MFRecommender<>(data.users(), data.items(), factors), training);
  }

  /** Returns item-based nearest neighbours by cosine. */
  static Library.Lists itemKnn(Training training, long seed) {
    Data data = Data.of(training);
    return lists(
        new ItemNeighborhoodRecommender<>(
            data.likes(),
            new CachedItemNeighborhood<>(
                new TopKItemNeighborhood<>(
                    new SetCosineItemSimilarity<>(data.likes(), .5, true), NEIGHBOURS)),
            1),
        training);
  }

  private static Library.Lists lists(Recommender<Integer, Integer> recommender, Training training) {
    return (user, k) ->
        recommender
            .getRecommendation(user, k, (Integer item) -> training.mayCome(user, item))
            .getItems()
            .stream()
            .map(scored -> scored.v1)
            .toList();
  }
}
