package io.lorecast.kgupdated;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** What can be set of the graph functions. */
@ConfigMapping(prefix = "lorecast.kg-updated")
public interface KgUpdatedConfig {

  /** At most how many edges a change may add and remove, together. */
  @WithDefault("500")
  int edgesAChange();

  /** At most how many edges of a node are looked at, in the graph store's fixed order. */
  @WithDefault("256")
  int sampledEdges();

  /** A node with more edges than this is a hub: the items around it are not refreshed with it. */
  @WithDefault("32")
  int fanOut();

  /** How many of the nodes around an item, the heaviest, make its neighbour vector. */
  @WithDefault("16")
  int neighbours();

  /** About how many items the catalogue has: a node is rare or frequent in proportion to it. */
  @WithDefault("10000")
  double catalogueScale();

  /** At most how many changes that wait for each other are refreshed together. */
  @WithDefault("32")
  int changesARefresh();

  /**
   * Entity type by attribute name, where the type is not the name; added to director, actor,
   * writer, author, composer and artist, which are of type person.
   */
  Map<String, String> types();
}
