package io.lorecast.knowledge;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.KgUpdated;
import io.lorecast.fact.ItemFacts;
import io.lorecast.model.Edge;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Puts what was said of an item into the event that the graph hears. */
final class KnowledgeMapper {

  private static final String PROVENANCE = "llm";

  private KnowledgeMapper() {}

  /** Returns the change that makes the graph say {@code facts}; null if it changes nothing. */
  static @Nullable KgUpdated toEvent(ItemFacts facts) {
    if (facts.isSilent()) {
      return null;
    }
    return new KgUpdated(
        facts.changeId(),
        facts.edges().stream().map(edge -> change(edge, weight(edge))).toList(),
        facts.withdrawn().stream().map(edge -> change(edge, null)).toList(),
        null,
        null,
        null,
        PROVENANCE);
  }

  private static EdgeChange change(Edge edge, @Nullable Double weight) {
    return new EdgeChange(edge.head().value(), edge.relation(), edge.tail().value(), weight);
  }

  /** Returns the weight with the digits that it has as a float: .45 and not .44999998807907104. */
  private static Double weight(Edge edge) {
    return new BigDecimal(Float.toString(edge.weight())).doubleValue();
  }
}
