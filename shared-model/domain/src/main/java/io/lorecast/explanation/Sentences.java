package io.lorecast.explanation;

import io.lorecast.model.InvalidEventException;
import io.lorecast.ranking.Counterfactual;
import io.lorecast.ranking.MetItem;
import io.lorecast.ranking.Reason;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Tells reasons in one language. Adding a language is adding a bundle and naming it here.
 *
 * <p>The JDK's bundles and {@link MessageFormat} suffice: all that varies is names and places, so
 * there are no plurals or genders to agree with, for which ICU's 14 MB would be worth having.
 *
 * <p>Immutable; thread-safe.
 */
public final class Sentences {

  private static final String BUNDLE = "io.lorecast.explanation.sentences";

  /** The first one is told where none fits. */
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

  private final Locale locale;
  private final ResourceBundle bundle;
  private final Relations relations;

  private Sentences(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
    this.relations = new Relations(bundle);
  }

  /**
   * Returns the sentences of {@code language} or, where there are none, of the widest part of it
   * that has some (RFC 4647, lookup), at last English.
   *
   * @param language a BCP 47 tag, for example {@code zh-CN}; English if absent
   * @throws InvalidEventException if it is no tag
   */
  public static Sentences in(@Nullable String language) {
    return new Sentences(
        Optional.ofNullable(language)
            .map(Sentences::range)
            .map(range -> Locale.lookup(List.of(range), LANGUAGES))
            .orElse(LANGUAGES.getFirst()));
  }

  private static Locale.LanguageRange range(String language) {
    try {
      return new Locale.LanguageRange(language);
    } catch (IllegalArgumentException noTag) {
      throw new InvalidEventException("language", "must be a BCP 47 language tag, was " + language);
    }
  }

  /** Returns {@code reason} in a sentence or two. */
  public String of(Reason reason, Subject subject) {
    String sentence =
        reason
            .because()
            .map(item -> because(reason, item, subject))
            .orElseGet(() -> format("general." + reason.kind().wireName()));
    return reason.isNew() && reason.kind() != Reason.Kind.NEW
        ? format("also-new", sentence, format("general.new"))
        : sentence;
  }

  /** Returns {@code counterfactual} in a sentence. */
  public String of(Counterfactual counterfactual) {
    MetItem without = counterfactual.without();
    boolean isFarDown = counterfactual.rankAfter() > Counterfactual.DEPTH;
    return format(
        (without.liked() ? "without.liked" : "without.met") + (isFarDown ? ".far" : ""),
        without.name(),
        counterfactual.rankBefore(),
        isFarDown ? Counterfactual.DEPTH : counterfactual.rankAfter());
  }

  /** Returns what all that lies further back in a history is called. */
  public String earlier() {
    return format("earlier");
  }

  private String because(Reason reason, MetItem item, Subject subject) {
    String how = item.liked() ? "liked" : "met";
    String opening =
        switch (subject) {
          case USER -> "because." + how;
          case MEMBER -> "because." + how + ".member";
          case SESSION -> "because.looked-at";
          case ITEM -> "because.like-it";
        };
    return format(opening, item.name(), evidence(reason, subject));
  }

  private String evidence(Reason reason, Subject subject) {
    if (reason.kind() == Reason.Kind.KNOWLEDGE) {
      return relations.evidence(reason.path());
    }
    boolean byItem = reason.kind() == Reason.Kind.NEIGHBOURS && subject == Subject.ITEM;
    return format("evidence." + reason.kind().wireName() + (byItem ? ".like-it" : ""));
  }

  private String format(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
