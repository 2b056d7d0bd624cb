package io.lorecast.encoding.text;

import java.util.Arrays;

/** A growing list of token ids, without boxes. */
final class TokenIds {

  private int[] ids;
  private int size;

  TokenIds(int capacity) {
    ids = new int[capacity];
  }

  void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size + 1);
    }
    ids[size++] = id;
  }

  int size() {
    return size;
  }

  /** Forgets all but the first {@code newSize}. */
  void cutTo(int newSize) {
    size = newSize;
  }

  int[] toArray() {
    return Arrays.copyOf(ids, size);
  }
}
