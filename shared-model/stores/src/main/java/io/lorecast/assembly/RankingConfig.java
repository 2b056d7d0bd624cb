package io.lorecast.assembly;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of ranking; its other constants are in RankingSettings. */
@ConfigMapping(prefix = "lorecast.ranking")
public interface RankingConfig {

  /** Head start of items that few have met; 0 turns it off. */
  @WithDefault("0.9")
  float boost();

  /** How many of them a list may lift, spread over its first twenty places from the second on. */
  @WithDefault("3")
  int boostedItems();

  /** How much it counts, in their head start, how well liked they are so far. */
  @WithDefault("0.3")
  float boostPopularity();

  /**
   * How far the knowledge term follows edges from what was liked: 1 to the entities of these items,
   * 2 also to those of the items that share them.
   */
  @WithDefault("1")
  int graphHops();

  /**
   * How far an answer strays from the user's factors to learn them: what the deviation of their
   * posterior is multiplied by, at least 0; 0 turns it off.
   */
  @WithDefault("0")
  double exploration();

  /** How old the neighbour counters of an item may be; a user's own history never is. */
  @WithDefault("30s")
  Duration neighboursFor();

  /** The neighbour counters of how many items are kept in the process. */
  @WithDefault("20000")
  int neighboursKept();
}
