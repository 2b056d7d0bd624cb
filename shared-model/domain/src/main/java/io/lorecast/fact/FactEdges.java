package io.lorecast.fact;

import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes edges of what a language model says of an item: those facts whose relation the vocabulary
 * has, whose object is a name, and of which the model is sure enough; of too many the surest.
 *
 * <p>Every edge leads from the item itself to an entity that is no item, and has the source {@link
 * Edge.Source#LANGUAGE_MODEL}, whatever the model said. Pure.
 *
 * @param vocabulary what may be said
 * @param limits how much of it
 */
public record FactEdges(Vocabulary vocabulary, FactLimits limits) {

  /** So that an order of equal confidences does not depend on the order of the answer. */
  private static final Comparator<Edge> SUREST_FIRST =
      Comparator.comparing(Edge::weight, Comparator.reverseOrder())
          .thenComparing(Edge::relation)
          .thenComparing(edge -> edge.tail().value());

  /** Weights are rounded, since digits of a confidence beyond the second mean nothing. */
  private static final double STEPS = 100;

  /**
   * Returns the edges, the surest first.
   *
   * @param text what the model has read
   */
  public List<Edge> of(ItemId item, String text, Collection<Fact> facts) {
    Map<EdgeName, Edge> surest = new HashMap<>();
    for (Fact fact : facts) {
      if (fact.confidence() >= limits.leastConfidence() && fact.confidence() <= 1) {
        vocabulary
            .entity(fact.relation(), fact.object(), limits.nameLength(), text)
            .map(tail -> edge(item, fact, tail))
            .ifPresent(edge -> surest.merge(EdgeName.of(edge), edge, FactEdges::surer));
      }
    }
    return capped(surest.values().stream().sorted(SUREST_FIRST).toList());
  }

  private record EdgeName(String relation, EntityId tail) {
    static EdgeName of(Edge edge) {
      return new EdgeName(edge.relation(), edge.tail());
    }
  }

  private Edge edge(ItemId item, Fact fact, EntityId tail) {
    double weight = Math.max(1, Math.rint(limits.trust() * fact.confidence() * STEPS)) / STEPS;
    return new Edge(
        EntityId.of(item), fact.relation(), tail, (float) weight, Edge.Source.LANGUAGE_MODEL);
  }

  private static Edge surer(Edge one, Edge other) {
    return one.weight() >= other.weight() ? one : other;
  }

  private List<Edge> capped(List<Edge> sorted) {
    Map<String, Integer> counts = new HashMap<>();
    List<Edge> kept = new ArrayList<>();
    for (Edge edge : sorted) {
      if (kept.size() < limits.facts()
          && counts.merge(edge.relation(), 1, Integer::sum) <= limits.sameRelation()) {
        kept.add(edge);
      }
    }
    return List.copyOf(kept);
  }
}
