package io.lorecast.modelrefresh;

import io.lorecast.evaluation.HeldOutJudge;
import io.lorecast.evaluation.ModelComparison;
import io.lorecast.learning.FitItem;
import io.lorecast.learning.FittedModel;
import io.lorecast.learning.HeldOutLike;
import io.lorecast.learning.TrainingSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keeps a worse model from becoming current. Both models are asked for likes that neither was
 * fitted on: the last ones of a sample of users, which every sweep leaves out of its fit.
 */
@Singleton
class ModelGuard {

  private static final Logger LOG = Logger.getLogger(ModelGuard.class);

  /** Fewer likes say too little of a model to stop it. */
  private static final int FEWEST_LIKES = 20;

  private final ModelRefreshConfig.Guard config;

  ModelGuard(ModelRefreshConfig config) {
    this.config = config.guard();
  }

  /** Takes the likes to be asked for out of {@code training}. */
  List<HeldOutLike> holdOut(TrainingSet training) {
    return training.holdOut(config.users());
  }

  /** Returns how the models compare; empty where there is nothing to compare. */
  Optional<ModelComparison> compare(
      List<FitItem> items,
      List<HeldOutLike> heldOut,
      FittedModel candidate,
      Optional<FittedModel> current) {
    return current
        .filter(model -> model.itemCount() > 0 && heldOut.size() >= FEWEST_LIKES)
        .map(model -> new HeldOutJudge(items, heldOut, model).compare(candidate, model));
  }

  /** Returns whether a model that compares so may become current. */
  boolean promotes(Optional<ModelComparison> comparison) {
    comparison.ifPresent(
        c ->
            LOG.infof(
                "NDCG@20 on %d held-out likes: %.4f, of the current model %.4f, difference +-%.4f",
                c.users(), c.candidate(), c.current(), c.standardError()));
    boolean promoted = comparison.filter(c -> c.isWorse(config.tolerance())).isEmpty();
    if (!promoted) {
      LOG.warnf(
          "the model that was fitted is worse by more than %s: the current one stays",
          config.tolerance());
    }
    return promoted;
  }
}
