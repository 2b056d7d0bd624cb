package io.lorecast.feedback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be set of feedback. */
@ConfigMapping(prefix = "lorecast.feedback")
public interface FeedbackConfig {

  /** How many interactions may share a group commit of the log; DynamoDB takes 25 in a batch. */
  @WithDefault("25")
  int logGroup();

  /** How many interactions may be learned from in one trip to the hot state. */
  @WithDefault("100")
  int learnGroup();

  /**
   * Whether the weights of the score's terms are learned online; the function then keeps a copy of
   * the catalogue.
   */
  @WithDefault("true")
  boolean learnWeights();
}
