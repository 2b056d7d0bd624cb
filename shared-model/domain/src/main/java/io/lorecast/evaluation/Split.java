package io.lorecast.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Rows to learn from, and rows held out to be found; both in the order in which they came.
 *
 * @param training what may be learned from
 * @param test what is to be found
 */
public record Split<T>(List<T> training, List<T> test) {

  public Split {
    training = List.copyOf(training);
    test = List.copyOf(test);
  }

  /**
   * Returns a random split within each group: of its n rows, floor(share * n) are for training.
   *
   * @param group what a row is grouped by, for example its user
   * @param share the part for training, in (0, 1)
   */
  public static <T, G> Split<T> stratified(
      List<T> rows, Function<T, G> group, double share, RandomGenerator random) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be above 0 and below 1, was " + share);
    }
    Set<Integer> held = new HashSet<>();
    for (List<Integer> members : groups(rows, group)) {
      Collections.shuffle(members, random);
      held.addAll(members.subList((int) Math.floor(share * members.size()), members.size()));
    }
    return of(rows, held);
  }

  /** Returns the split that holds out the last row of each group with at least two. */
  public static <T, G> Split<T> lastOfEach(List<T> rows, Function<T, G> group) {
    Set<Integer> held = new HashSet<>();
    for (List<Integer> members : groups(rows, group)) {
      if (members.size() > 1) {
        held.add(members.getLast());
      }
    }
    return of(rows, held);
  }

  /**
   * Returns the split that keeps the first {@code kept} rows of some groups, and all of the others.
   *
   * @param cut the groups that are cut short
   */
  public static <T, G> Split<T> firstOfSome(
      List<T> rows, Function<T, G> group, Set<G> cut, int kept) {
    Set<Integer> held = new HashSet<>();
    for (List<Integer> members : groups(rows, group)) {
      if (members.size() > kept && cut.contains(group.apply(rows.get(members.getFirst())))) {
        held.addAll(members.subList(kept, members.size()));
      }
    }
    return of(rows, held);
  }

  /** Returns the positions of the rows of each group, rising. */
  private static <T, G> Collection<List<Integer>> groups(List<T> rows, Function<T, G> group) {
    Map<G, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      groups.computeIfAbsent(group.apply(rows.get(row)), key -> new ArrayList<>()).add(row);
    }
    return groups.values();
  }

  private static <T> Split<T> of(List<T> rows, Set<Integer> held) {
    List<T> training = new ArrayList<>();
    List<T> test = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      (held.contains(row) ? test : training).add(rows.get(row));
    }
    return new Split<>(training, test);
  }
}
