package io.lorecast.modelrefresh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be set of model-refresh. */
@ConfigMapping(prefix = "lorecast.model-refresh")
public interface ModelRefreshConfig {

  /** Start of the random numbers: the same record with the same seed gives the same model. */
  @WithDefault("1")
  long seed();

  /** Alternations of the batch factors from a random start. */
  @WithDefault("10")
  int sweeps();

  /** How much a pair that was not liked weighs against one that was, above 0. */
  @WithDefault("0.1")
  double unobserved();

  /** How much the batch factors are held back, scaled by support, above 0. */
  @WithDefault("0.02")
  double regularisation();

  /**
   * Whether each sweep chooses the two constants above anew, by likes of any time that it holds out
   * at random: nine more fits of the factors.
   */
  @WithDefault("false")
  boolean chooseFactors();

  /**
   * Whether a fit starts from the factors of the current model, which takes fewer sweeps. The same
   * record then no longer gives the same version: it depends on the versions before.
   */
  @WithDefault("false")
  boolean warmStart();

  /** How many opinions (a user likes or dislikes an item) a fit holds in memory at most. */
  @WithDefault("10000000")
  int mostOpinions();

  /** What keeps a worse model from becoming current. */
  Guard guard();

  /** See {@link ModelGuard}. */
  interface Guard {

    /** Of how many users the last like is held out, at most; 0 turns the guard off. */
    @WithDefault("1000")
    int users();

    /** How much NDCG@20 a new model may lose, 0 to 1. */
    @WithDefault("0.01")
    double tolerance();
  }

  /** Whether to learn how much each view and each encoder counts in the content. */
  @WithDefault("true")
  boolean learnFusion();
}
