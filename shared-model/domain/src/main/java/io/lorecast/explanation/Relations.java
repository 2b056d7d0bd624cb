package io.lorecast.explanation;

import io.lorecast.ranking.Reason;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Tells paths through the graph. A relation may have a sentence of its own in the bundle ({@code
 * shared.based_on}), or a noun ({@code relation.director}); any other is told by its name, in
 * words.
 */
final class Relations {

  private static final String SHARED = "shared.";
  private static final String NOUN = "relation.";
  private static final String HAS = "has_";

  /** "written by X" goes on with the other end, "director" does not. */
  private static final Set<String> PREPOSITIONS =
      Set.of("about", "at", "by", "for", "from", "in", "of", "on", "to", "with");

  private final ResourceBundle bundle;

  Relations(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  String evidence(List<Reason.Step> path) {
    Reason.Step there = path.getFirst();
    Reason.Step here = path.getLast();
    if (path.size() == 1) {
      return format("edge", noun(there.relation()));
    }
    String entity = there.to().name();
    return there.relation().equals(here.relation())
        ? shared(there.relation(), entity)
        : format("two-roles", entity, noun(there.relation()), noun(here.relation()));
  }

  private String shared(String relation, String entity) {
    String key = key(relation);
    if (bundle.containsKey(SHARED + key)) {
      return format(SHARED + key, entity);
    }
    if (bundle.containsKey(NOUN + key)) {
      return format("same", bundle.getString(NOUN + key), entity);
    }
    String words = words(relation);
    boolean leadsOn = PREPOSITIONS.contains(words.substring(words.lastIndexOf(' ') + 1));
    return format(leadsOn ? "same-by-verb" : "same-by-name", words, entity);
  }

  private String noun(String relation) {
    String key = NOUN + key(relation);
    return bundle.containsKey(key) ? bundle.getString(key) : words(relation);
  }

  private static String key(String relation) {
    String key = relation.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return key.startsWith(HAS) ? key.substring(HAS.length()) : key;
  }

  private static String words(String relation) {
    return key(relation).replace('_', ' ');
  }

  private String format(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }
}
