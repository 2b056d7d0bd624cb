package io.lorecast.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What may be learned from: lines of user, item and 1 for a like or 0 for anything else, separated
 * by tabs; users and items are whole numbers from 0.
 *
 * @param likes of each user, in the order of the file, each once
 * @param met all items of each user, which must not come
 */
record Training(Map<Integer, List<Integer>> likes, Map<Integer, Set<Integer>> met) {

  /**
   * Reads {@code file}.
   *
   * @throws IllegalArgumentException if a line is something else; it names the line
   */
  static Training read(Path file) throws IOException {
    Training training = new Training(new TreeMap<>(), new TreeMap<>());
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String[] fields = line.split("\t", -1);
      if (fields.length != 3 || !fields[0].matches("\\d+") || !fields[1].matches("\\d+")) {
        throw new IllegalArgumentException(
            "line " + number + " must be user, item and 0 or 1, was '" + line + "'");
      }
      training.add(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), fields[2].equals("1"));
    }
    return training;
  }

  private void add(int user, int item, boolean isLike) {
    met.computeIfAbsent(user, key -> new HashSet<>()).add(item);
    List<Integer> liked = likes.computeIfAbsent(user, key -> new ArrayList<>());
    if (isLike && !liked.contains(item)) {
      liked.add(item);
    }
  }

  boolean mayCome(int user, int item) {
    return !met.getOrDefault(user, Set.of()).contains(item);
  }

  /** Returns how many items there may be: one more than the greatest. */
  int items() {
    return met.values().stream().flatMap(Set::stream).mapToInt(item -> item + 1).max().orElse(0);
  }
}
