package io.lorecast.ranking;

import io.lorecast.learning.Signal;
import java.util.Optional;

/** Puts a {@link Reason} into an English sentence. */
enum Explanation {
  /** For what a user did. */
  OF_USER("Because you liked %s"),
  /** For what an item is like. */
  OF_ITEM("Like %s");

  private static final String BY = "_by";
  private static final String HAS = "has_";

  private final String opening;

  Explanation(String opening) {
    this.opening = opening;
  }

  Reason general(Reason.Kind kind) {
    String sentence =
        switch (kind) {
          case NEW -> "New here: few have met it yet.";
          case TREND -> "Liked by many in the last days.";
          default -> "Liked by many.";
        };
    return new Reason(kind, Optional.empty(), Optional.empty(), sentence);
  }

  Reason because(Reason.Kind kind, CatalogueItem item) {
    String evidence =
        kind == Reason.Kind.CONTENT
            ? "what is said of the two is alike."
            : "people of the same taste like both.";
    return new Reason(
        kind, Optional.of(item.id()), Optional.empty(), opening(item.name()) + ": " + evidence);
  }

  Reason neighbours(RecentItem met, CatalogueView view) {
    int slot = view.slot(met.item());
    String name = slot < 0 ? met.item().value() : view.item(slot).name();
    String sentence =
        met.signal() == Signal.LIKED
            ? opening(name) + ": others who did liked this near it."
            : "Because you met " + name + ": others who did liked this near it.";
    if (this == OF_ITEM) {
      sentence = opening(name) + ": those who like it like this too.";
    }
    return new Reason(Reason.Kind.NEIGHBOURS, Optional.of(met.item()), Optional.empty(), sentence);
  }

  Reason path(CatalogueItem liked, Reason.SharedEntity shared) {
    return new Reason(
        Reason.Kind.KNOWLEDGE,
        Optional.of(liked.id()),
        Optional.of(shared),
        opening(liked.name()) + ": " + path(shared) + ".");
  }

  private static String path(Reason.SharedEntity shared) {
    String entity = shared.entity().name();
    String there = shared.relationOfLiked();
    if (!there.equals(shared.relation())) {
      return "%s (%s there, %s here)".formatted(entity, words(there), words(shared.relation()));
    }
    return there.endsWith(BY)
        ? "also " + words(there) + " " + entity
        : "same " + words(there) + ", " + entity;
  }

  private static String words(String relation) {
    String bare = relation.startsWith(HAS) ? relation.substring(HAS.length()) : relation;
    return bare.replace('_', ' ');
  }

  private String opening(String name) {
    return opening.formatted(name);
  }
}
