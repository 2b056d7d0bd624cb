package io.lorecast.ranking;

import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an item is recommended: the term that stands out most against the average item, and what in
 * the user's history it comes from. Where that term is the boost of a new item, the graph speaks if
 * it leads there.
 *
 * @param kind which evidence it speaks of
 * @param because the item the user met that says most for it in that term, for knowledge the one
 *     that the strongest path starts from; empty for popularity, trend and new
 * @param path how the graph leads from {@code because} to the item, one or two steps; empty but for
 *     knowledge
 * @param sentence for a person, in English
 */
public record Reason(Kind kind, Optional<ItemId> because, List<Step> path, String sentence) {

  public Reason {
    path = List.copyOf(path);
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
    /** Few have met it yet, and no path leads to it. */
    NEW;

    /** Returns the name that stands in answers. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An edge as it is walked, which may be against its direction.
   *
   * @param from the node the step leaves
   * @param relation the edge's relation
   * @param to the node it reaches
   */
  public record Step(EntityId from, String relation, EntityId to) {}
}
