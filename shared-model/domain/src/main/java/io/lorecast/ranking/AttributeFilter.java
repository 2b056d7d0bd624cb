package io.lorecast.ranking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keeps items that have, for each attribute named, one of the values given.
 *
 * @param wanted values by attribute; an attribute without values keeps nothing
 */
public record AttributeFilter(Map<String, List<String>> wanted) {

  /** Keeps every item. */
  public static final AttributeFilter ANY = new AttributeFilter(Map.of());

  public AttributeFilter {
    wanted =
        wanted.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
  }

  /** Returns whether {@code item} may stay. */
  public boolean keeps(CatalogueItem item) {
    for (Map.Entry<String, List<String>> attribute : wanted.entrySet()) {
      List<String> values = item.attributes().getOrDefault(attribute.getKey(), List.of());
      if (attribute.getValue().stream().noneMatch(values::contains)) {
        return false;
      }
    }
    return true;
  }
}
