package io.lorecast.predicate.language;

import io.lorecast.predicate.grammar.PredicateLanguageParser.NameContext;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The names of one predicate, each of one type throughout: the catalogue says nothing of types, so
 * the first comparison does.
 */
final class Names {

  private final Map<String, Literal> first = new HashMap<>();

  /** Returns the name that {@code context} is. */
  String of(NameContext context) {
    String name = context.getText().replace("`", "");
    if (name.contains(".") && !Type.OF_EVERY_ITEM.containsKey(name)) {
      throw MisreadException.at(
          context.getStart(),
          "a name without a point, or one of "
              + String.join(", ", new TreeSet<>(Type.OF_EVERY_ITEM.keySet())),
          name);
    }
    return name;
  }

  /** Returns the name that {@code context} is, where it is compared with {@code value}. */
  String of(NameContext context, Literal value) {
    String name = of(context);
    if (Type.OF_EVERY_ITEM.containsKey(name)) {
      value.require(Type.OF_EVERY_ITEM.getOrDefault(name, value.type()), "for " + name);
    }
    Literal before = first.putIfAbsent(name, value);
    if (before != null) {
      value.require(
          before.type(),
          "since %s is compared with one at character %d"
              .formatted(name, MisreadException.position(before.token())));
    }
    return name;
  }
}
