package io.lorecast.learning;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.vector.Cholesky;
import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Fits a {@link FittedModel} to a catalogue and its likes. Deterministic: the same items and likes,
 * in any order, with the same seed and the same model to start from give the same bytes. Pure.
 */
public final class ModelFitter {

  private static final int K = Features.K;

  private final FitSettings settings;
  private final FitListener listener;

  /** Creates a fitter that tells {@code listener} how it gets on. */
  public ModelFitter(FitSettings settings, FitListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Returns a fitter whose a0 and lambda of the factors are those of nine pairs that find most of
   * the likes that are held out of {@code training} at random, see {@link FactorChoice}. Costs nine
   * fits of the factors.
   *
   * @param training not changed
   */
  public ModelFitter chosenBy(List<FitItem> items, TrainingSet training, long seed) {
    return new ModelFitter(FactorChoice.of(items, training, settings, seed), listener);
  }

  /** Returns the constants of the fits. */
  public FitSettings settings() {
    return settings;
  }

  /**
   * Returns the model of {@code items} and {@code training}.
   *
   * @param space what contents are made of; contents of another dimension count as absent
   */
  public FittedModel fit(ContentSpace space, List<FitItem> items, TrainingSet training, long seed) {
    return fit(space, items, training, seed, Optional.empty());
  }

  /**
   * Returns the model of {@code items} and {@code training}, its factors searched from those of an
   * earlier one: fewer sweeps, and most of what has not changed stays where it was.
   *
   * @param earlier a model with factors; of another, or of none, the fit starts at random
   */
  public FittedModel fit(
      ContentSpace space,
      List<FitItem> items,
      TrainingSet training,
      long seed,
      Optional<FittedModel> earlier) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<FitItem> ordered = FitItem.ordered(items);
    List<ItemId> ids = ordered.stream().map(FitItem::id).toList();
    ContentProjection content = contentProjection(space, ordered, random);
    EntityVocabulary vocabulary = EntityVocabulary.of(ordered, settings);
    Map<EntityId, Integer> positions = vocabulary.positions();
    List<int[]> entities =
        ordered.stream()
            .map(i -> EntityVocabulary.find(positions, i.entities(), settings.entitiesAnItem()))
            .toList();
    GraphProjection graph = GraphProjection.fit(entities, vocabulary.weights(), K, random);
    TrainingSet.Likes likes = training.likes(ids);
    Optional<double[]> start =
        earlier.filter(model -> model.itemCount() > 0).map(model -> model.factors().of(ids));
    ImplicitAls.Factors factors = ImplicitAls.fit(likes, start, settings, random, listener);
    return new FittedModel(
        space,
        content,
        vocabulary,
        settings.entitiesAnItem(),
        graph,
        itemFactors(ids, factors.items(), likes),
        factorMap(rows(ordered, content, entities, factors.items(), likes), vocabulary, factors),
        foldInMatrix(factors.items(), ordered.size()));
  }

  private static ContentProjection contentProjection(
      ContentSpace space, List<FitItem> items, RandomGenerator random) {
    ContentBlocks blocks = ContentBlocks.of(space);
    List<Embedding> contents =
        items.stream()
            .map(FitItem::content)
            .flatMap(Optional::stream)
            .filter(vector -> vector.dimension() == blocks.dimension())
            .toList();
    return ContentProjection.fit(contents, blocks, K, random);
  }

  private FactorMap factorMap(
      List<SparseRidge.Row> rows, EntityVocabulary vocabulary, ImplicitAls.Factors factors) {
    return new FactorMapFitter(settings, listener, K + vocabulary.entities().size(), K)
        .fit(rows, ImplicitAls.weightedGram(factors.users(), K, 1));
  }

  private List<SparseRidge.Row> rows(
      List<FitItem> items,
      ContentProjection projection,
      List<int[]> entities,
      double[] factors,
      TrainingSet.Likes likes) {
    List<SparseRidge.Row> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      int support = likes.byItem()[i].length;
      if (support > 0) {
        float[] x = new float[K];
        items
            .get(i)
            .content()
            .filter(vector -> vector.dimension() == projection.dimension())
            .ifPresent(vector -> projection.project(vector, x, 0));
        double[] q = Arrays.copyOfRange(factors, i * K, (i + 1) * K);
        double weight = FactorMapFitter.weight(support, settings);
        rows.add(new SparseRidge.Row(x, entities.get(i), q, weight));
      }
    }
    return rows;
  }

  private ItemFactors itemFactors(List<ItemId> items, double[] factors, TrainingSet.Likes likes) {
    List<ItemId> ids = new ArrayList<>();
    float[] values = new float[factors.length];
    float[] own = new float[items.size()];
    for (int i = 0; i < items.size(); i++) {
      int support = likes.byItem()[i].length;
      if (support > 0) {
        own[ids.size()] = (float) (support / (support + settings.supportPrior()));
        for (int d = 0; d < K; d++) {
          values[ids.size() * K + d] = (float) factors[i * K + d];
        }
        ids.add(items.get(i));
      }
    }
    return ItemFactors.of(
        ids, Arrays.copyOf(values, ids.size() * K), Arrays.copyOf(own, ids.size()));
  }

  private float[] foldInMatrix(double[] factors, int items) {
    double[] matrix = ImplicitAls.weightedGram(factors, K, settings.unobserved());
    double held =
        settings.regularisation() * (settings.foldInLikes() + settings.unobserved() * items);
    for (int d = 0; d < K; d++) {
      matrix[d * K + d] += held;
    }
    double[] inverse = Cholesky.inPlace(matrix, K).inverse();
    float[] z = new float[K * K];
    for (int i = 0; i < z.length; i++) {
      z[i] = (float) inverse[i];
    }
    return z;
  }
}
