package io.lorecast.assembly;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set of the vectors that the knowledge graph gives. */
@ConfigMapping(prefix = "lorecast.graph")
public interface GraphConfig {

  /**
   * The degree cap: at most how many edges of a node are looked at, in the graph store's fixed
   * order.
   */
  @WithDefault("256")
  int sampledEdges();

  /**
   * A change around which there are more edges than this is not refreshed before it is answered but
   * queued, and refreshed with others.
   */
  @WithDefault("1024")
  int fanOut();

  /** How many of the nodes around an item, the heaviest, make its neighbour vector. */
  @WithDefault("16")
  int neighbours();

  /** About how many items the catalogue has: a node is rare or frequent in proportion to it. */
  @WithDefault("10000")
  double catalogueScale();

  /** How long queued refreshes wait, a page at a time, while changes keep coming. */
  @WithDefault("PT0.25S")
  Duration pause();

  /** At most how many changes that wait for each other are refreshed together. */
  @WithDefault("32")
  int changesARefresh();
}
