package io.lorecast.ranking;

import io.lorecast.model.EntityId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why an item is recommended: the term that stands out most against the average item, and what in
 * the user's history it comes from. Where that term is the boost of a new item, the graph speaks if
 * it leads there. {@code io.lorecast.explanation} puts it into words.
 *
 * @param kind which evidence it speaks of
 * @param because the item the user met that says most for it in that term, for knowledge the one
 *     that the strongest path starts from; empty for popularity, trend, context and new, and for
 *     the content that a search asked for
 * @param path how the graph leads from {@code because} to the item, one or two steps; empty but for
 *     knowledge
 * @param isNew whether few have met the item and that is why it stands so high
 * @param counterfactual what it would be without one item of the history; empty unless asked for,
 *     and where nothing that is taken out makes the item fall
 */
public record Reason(
    Kind kind,
    Optional<MetItem> because,
    List<Step> path,
    boolean isNew,
    Optional<Counterfactual> counterfactual) {

  public Reason {
    path = List.copyOf(path);
  }

  static Reason general(Kind kind) {
    return new Reason(kind, Optional.empty(), List.of(), kind == Kind.NEW, Optional.empty());
  }

  static Reason because(Kind kind, MetItem item) {
    return along(kind, item, List.of());
  }

  static Reason along(Kind kind, MetItem item, List<Step> path) {
    return new Reason(kind, Optional.of(item), path, false, Optional.empty());
  }

  /** Returns this reason for an item that few have met. */
  Reason alsoNew() {
    return new Reason(kind, because, path, true, counterfactual);
  }

  Reason with(Optional<Counterfactual> other) {
    return new Reason(kind, because, path, isNew, other);
  }

  /** Returns the entities that the path names and that are no items: their labels are stored. */
  public Stream<EntityId> entities() {
    return path.stream()
        .flatMap(step -> Stream.of(step.from().id(), step.to().id()))
        .filter(entity -> entity.item().isEmpty());
  }

  /** Returns this reason with entities called as {@code labels} has them, others as before. */
  public Reason labelled(Map<EntityId, String> labels) {
    List<Step> steps =
        path.stream()
            .map(
                step ->
                    new Step(
                        step.from().labelled(labels), step.relation(), step.to().labelled(labels)))
            .toList();
    return new Reason(kind, because, steps, isNew, counterfactual);
  }

  /** What a reason can speak of. */
  public enum Kind {
    /** An edge between the items, or an entity that both share. */
    KNOWLEDGE,
    /** Others who met the one liked the other near it. */
    NEIGHBOURS,
    /** The texts are alike. */
    CONTENT,
    /** The factors agree. */
    BEHAVIOUR,
    /** Many like it. */
    POPULARITY,
    /** Many like it lately. */
    TREND,
    /** It is liked more than elsewhere on such a device, at such an hour, in such a region. */
    CONTEXT,
    /** Few have met it yet, and no path leads to it. */
    NEW;

    /** Returns the name that stands in answers. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A node of the graph.
   *
   * @param name what people call it: an item's name; of an entity its label, or what its id says
   */
  public record Node(EntityId id, String name) {

    Node labelled(Map<EntityId, String> labels) {
      return new Node(id, labels.getOrDefault(id, name));
    }
  }

  /**
   * An edge as it is walked, which may be against its direction.
   *
   * @param from the node the step leaves
   * @param relation the edge's relation
   * @param to the node it reaches
   */
  public record Step(Node from, String relation, Node to) {}
}
