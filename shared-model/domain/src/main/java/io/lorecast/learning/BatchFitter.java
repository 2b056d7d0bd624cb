package io.lorecast.learning;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits a {@link BatchRecommender}: the weighted sum of the batch factors, of a {@link
 * ShallowAutoencoder} where the catalogue is small enough, and of what the liked items say and are
 * joined to. The constants of the first two and all weights are chosen in the fit, by likes that
 * are held out of the training set at random; then all of it is learned from. Deterministic with a
 * seed. Pure.
 */
public final class BatchFitter {

  /** Up to how many liked items have an autoencoder unless said otherwise: in about 1 GB. */
  public static final int MOST_AUTOENCODED = 8_000;

  private static final double[] REGULARISATION = {50, 150, 500, 1_500};

  private final FitSettings settings;
  private final int mostAutoencoded;

  /**
   * Creates a fitter.
   *
   * @param settings of the model; a0 and lambda are chosen anew, see {@link FactorChoice}
   * @param mostAutoencoded up to how many liked items there is an autoencoder, at most 46,340; its
   *     memory grows with their square, its time with their cube
   */
  public BatchFitter(FitSettings settings, int mostAutoencoded) {
    if (mostAutoencoded < 0 || mostAutoencoded > ShallowAutoencoder.MOST_ITEMS) {
      throw new IllegalArgumentException(
          "autoencoded items must be 0 to %d, were %d"
              .formatted(ShallowAutoencoder.MOST_ITEMS, mostAutoencoded));
    }
    this.settings = settings;
    this.mostAutoencoded = mostAutoencoded;
  }

  /**
   * Returns the recommender of {@code items} and {@code training}.
   *
   * @param space what contents are made of; contents of another dimension count as absent
   */
  public BatchRecommender fit(
      ContentSpace space, List<FitItem> items, TrainingSet training, long seed) {
    List<FitItem> ordered = FitItem.ordered(items);
    List<ItemId> ids = ordered.stream().map(FitItem::id).toList();
    TrainingSet.Likes likes = training.likes(ids);
    HeldOutShare heldOut = FactorChoice.heldOut(likes, seed);
    FitSettings chosen = FactorChoice.of(heldOut, settings, seed);
    FittedModel model =
        new ModelFitter(chosen, FitListener.NONE).fit(space, ordered, training, seed);
    List<LikesScorer> ofRest = new ArrayList<>(List.of(FactorChoice.fitted(heldOut, chosen, seed)));
    List<LikesScorer> ofAll =
        new ArrayList<>(List.of(new FactorScorer(model.factors().of(ids), chosen)));
    if (ShallowAutoencoder.size(likes) <= mostAutoencoded) {
      double regularisation = regularisation(heldOut);
      ofRest.add(ShallowAutoencoder.fit(heldOut.rest(), regularisation));
      ofAll.add(ShallowAutoencoder.fit(likes, regularisation));
    }
    List<LikesScorer> profiles = profiles(model, ordered);
    ofRest.addAll(profiles);
    ofAll.addAll(profiles);
    return new BatchRecommender(ids, new ScorerBlend(ofAll, ScorerBlend.choose(ofRest, heldOut)));
  }

  private static double regularisation(HeldOutShare heldOut) {
    double best = REGULARISATION[0];
    double bestNdcg = 0;
    for (double tried : REGULARISATION) {
      double ndcg = heldOut.ndcg(ShallowAutoencoder.fit(heldOut.rest(), tried));
      if (ndcg > bestNdcg) {
        best = tried;
        bestNdcg = ndcg;
      }
    }
    return best;
  }

  /** Returns scores by content and by knowledge, in whose features no like has a part. */
  private static List<LikesScorer> profiles(FittedModel model, List<FitItem> items) {
    float[] features = new float[items.size() * Features.SIZE];
    for (int i = 0; i < items.size(); i++) {
      FitItem item = items.get(i);
      model.features(item.id(), item.content(), item.entities(), features, i * Features.SIZE);
    }
    return List.of(
        new ProfileScorer(features, Features.CONTENT),
        new ProfileScorer(features, Features.KNOWLEDGE));
  }
}
