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

  /**
   * Entity type by attribute name, where the type is not the name; added to director, actor,
   * writer, author, composer and artist, which are of type person.
   */
  Map<String, String> types();
}
