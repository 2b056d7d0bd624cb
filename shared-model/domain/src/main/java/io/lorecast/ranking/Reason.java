package io.lorecast.ranking;

import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an item is recommended: the term that stands out most against the average item, and what in
 * the user's history it comes from.
 *
 * @param kind which evidence it speaks of
 * @param because the item the user met that says most for it in that term; empty for popularity,
 *     trend and new
 * @param shared how the graph leads from {@code because} to the item; only for knowledge
 * @param sentence for a person, in English
 */
public record Reason(
    Kind kind, Optional<ItemId> because, Optional<SharedEntity> shared, String sentence) {

  /** What a reason can speak of. */
  public enum Kind {
    /** An entity that both items share. */
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
    /** Few have met it yet. */
    NEW;

    /** Returns the name that stands in answers. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An entity that two items share.
   *
   * @param relationOfLiked how the item the user met is joined to it
   * @param relation how the recommended item is joined to it
   */
  public record SharedEntity(String relationOfLiked, EntityId entity, String relation) {}
}
