package io.lorecast.predicate;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an item's facts must be. A fact may have several values: a comparison holds if it holds for
 * one of them, and never for an item that lacks the fact. Immutable and pure.
 */
public sealed interface Predicate {

  /** Holds for every item. */
  Predicate ALWAYS = new All(List.of());

  /** Returns whether this holds for an item of these facts. */
  boolean holds(Facts facts);

  /** Returns what holds for items that have, for each fact named, one of the values given. */
  static Predicate where(Map<String, List<String>> wanted) {
    return new All(
        wanted.entrySet().stream()
            .<Predicate>map(fact -> new TextIn(fact.getKey(), Set.copyOf(fact.getValue())))
            .toList());
  }

  /** Returns what holds where both this and {@code other} do. */
  default Predicate and(Predicate other) {
    return new All(List.of(this, other));
  }

  /** Holds where every part does. */
  record All(List<Predicate> parts) implements Predicate {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Facts facts) {
      for (Predicate part : parts) {
        if (!part.holds(facts)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Holds where one part does. */
  record Any(List<Predicate> parts) implements Predicate {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Facts facts) {
      for (Predicate part : parts) {
        if (part.holds(facts)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Holds where {@code part} does not, so also for items that lack what it asks for. */
  record Not(Predicate part) implements Predicate {
    @Override
    public boolean holds(Facts facts) {
      return !part.holds(facts);
    }
  }

  /** Holds for items that have the fact {@code name}. */
  record Known(String name) implements Predicate {
    @Override
    public boolean holds(Facts facts) {
      return !facts.values(name).isEmpty();
    }
  }

  /** Holds where a value of {@code name} is one of {@code texts}, letter for letter. */
  record TextIn(String name, Set<String> texts) implements Predicate {
    public TextIn {
      texts = Set.copyOf(texts);
    }

    @Override
    public boolean holds(Facts facts) {
      for (String value : facts.values(name)) {
        if (texts.contains(value)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Holds where a value of {@code name} is a number that stands so to {@code number}; a value that
   * is no number is passed over.
   */
  record NumberIs(String name, Comparison comparison, double number) implements Predicate {
    @Override
    public boolean holds(Facts facts) {
      for (String value : facts.values(name)) {
        if (comparison.holds(Numbers.of(value), number)) {
          return true;
        }
      }
      return false;
    }
  }
}
