package io.lorecast.bench.peer;

import java.util.Arrays;

/**
 * Who likes what, by position.
 *
 * @param byUser the items that each user likes, in the order of time, each once
 * @param items how many items there are
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the benchmarks
public record Likes(int[][] byUser, int items) {

  /** Returns how many users there are. */
  public int users() {
    return byUser.length;
  }

  /** Returns how many pairs of a user and an item there are. */
  public int size() {
    return Arrays.stream(byUser).mapToInt(liked -> liked.length).sum();
  }

  /** Returns the users who like each item, rising. */
  public int[][] byItem() {
    int[] sizes = new int[items];
    for (int[] liked : byUser) {
      for (int item : liked) {
        sizes[item]++;
      }
    }
    int[][] byItem = new int[items][];
    Arrays.setAll(byItem, item -> new int[sizes[item]]);
    for (int user = byUser.length - 1; user >= 0; user--) {
      for (int item : byUser[user]) {
        byItem[item][--sizes[item]] = user;
      }
    }
    return byItem;
  }
}
