package io.lorecast.ranking;

import io.lorecast.learning.Signal;
import io.lorecast.model.EntityId;
import java.util.List;
import java.util.Optional;

/** Puts a {@link Reason} into an English sentence. */
enum Explanation {
  /** For what a user did. */
  OF_USER("Because you liked %s"),
  /** For what somebody looked at of whom nothing else is known. */
  OF_SESSION("Because you looked at %s"),
  /** For what a member of a group did. */
  OF_MEMBER("Because one of you liked %s"),
  /** For what an item is like. */
  OF_ITEM("Like %s");

  private static final String NEW = "New here: few have met it yet.";
  private static final String BY = "_by";
  private static final String HAS = "has_";

  private final String opening;

  Explanation(String opening) {
    this.opening = opening;
  }

  Reason general(Reason.Kind kind) {
    String sentence =
        switch (kind) {
          case NEW -> NEW;
          case TREND -> "Liked by many in the last days.";
          default -> "Liked by many.";
        };
    return new Reason(kind, Optional.empty(), List.of(), sentence);
  }

  Reason because(Reason.Kind kind, CatalogueItem item) {
    String evidence =
        kind == Reason.Kind.CONTENT
            ? "what is said of the two is alike."
            : "people of the same taste like both.";
    return new Reason(
        kind, Optional.of(item.id()), List.of(), opening(item.name()) + ": " + evidence);
  }

  Reason neighbours(RecentItem met, CatalogueView view) {
    int slot = view.slot(met.item());
    String name = slot < 0 ? met.item().value() : view.item(slot).name();
    String sentence =
        met.signal() == Signal.LIKED
            ? opening(name) + ": others who did liked this near it."
            : met() + name + ": others who did liked this near it.";
    if (this == OF_ITEM) {
      sentence = opening(name) + ": those who like it like this too.";
    }
    return new Reason(Reason.Kind.NEIGHBOURS, Optional.of(met.item()), List.of(), sentence);
  }

  /** Returns why an item answers a search. */
  static Reason query() {
    String sentence = "What is said of it is near to what was asked for.";
    return new Reason(Reason.Kind.CONTENT, Optional.empty(), List.of(), sentence);
  }

  private String met() {
    return this == OF_MEMBER ? "Because one of you met " : "Because you met ";
  }

  Reason path(GraphPath path, CatalogueView view) {
    String start = opening(path.from().name()) + ": ";
    return new Reason(
        Reason.Kind.KNOWLEDGE,
        Optional.of(path.from().id()),
        path.steps(),
        start + (path.steps().size() == 1 ? edge(path) : shared(path, view)) + ".");
  }

  /** Returns {@code reason} for an item that few have met. */
  static Reason alsoNew(Reason reason) {
    return new Reason(
        reason.kind(), reason.because(), reason.path(), reason.sentence() + " " + NEW);
  }

  private static String edge(GraphPath path) {
    return "linked with it (" + words(path.steps().getFirst().relation()) + ")";
  }

  private static String shared(GraphPath path, CatalogueView view) {
    String entity = name(path.steps().getFirst().to(), view);
    String there = path.steps().getFirst().relation();
    if (!path.isOneRelation()) {
      String here = path.steps().getLast().relation();
      return "%s (%s there, %s here)".formatted(entity, words(there), words(here));
    }
    return there.endsWith(BY)
        ? "also " + words(there) + " " + entity
        : "same " + words(there) + ", " + entity;
  }

  /** An item may be what two others share; people know it by its name. */
  private static String name(EntityId entity, CatalogueView view) {
    return entity
        .item()
        .map(view::slot)
        .filter(slot -> slot >= 0)
        .map(slot -> view.item(slot).name())
        .orElseGet(entity::name);
  }

  private static String words(String relation) {
    String bare = relation.startsWith(HAS) ? relation.substring(HAS.length()) : relation;
    return bare.replace('_', ' ');
  }

  private String opening(String name) {
    return opening.formatted(name);
  }
}
