package io.lorecast.encoding.text;

import io.lorecast.encoding.text.BytePairFile.Merge;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The merging of one word: a linked list of tokens and a heap of the pairs that may become one. */
final class Merging {

  private static final int NONE = -1;

  /** The first learned before others, the left before the right. */
  private static final Comparator<Candidate> ORDER =
      Comparator.comparingInt((Candidate c) -> c.merge().rank())
          .thenComparingInt(Candidate::position);

  private final Map<Long, Merge> merges;
  private final int[] ids;
  private final int[] previous;
  private final int[] next;
  private final PriorityQueue<Candidate> candidates = new PriorityQueue<>(ORDER);

  private record Candidate(int position, Merge merge) {}

  /** Takes {@code ids}, which it changes. */
  Merging(Map<Long, Merge> merges, int[] ids) {
    this.merges = merges;
    this.ids = ids;
    this.previous = new int[ids.length];
    this.next = new int[ids.length];
    Arrays.setAll(previous, i -> i - 1);
    Arrays.setAll(next, i -> i + 1 < ids.length ? i + 1 : NONE);
  }

  /** Merges until nothing can be, and adds what is left. */
  void addTo(TokenIds result) {
    for (int i = 0; i < ids.length; i++) {
      offer(i);
    }
    while (!candidates.isEmpty()) {
      Candidate first = candidates.poll();
      // One of the two may have become part of another token since it was offered.
      if (first.merge().equals(mergeAt(first.position()))) {
        merge(first.position(), first.merge().id());
      }
    }
    for (int i = ids.length == 0 ? NONE : 0; i != NONE; i = next[i]) {
      result.add(ids[i]);
    }
  }

  private void merge(int position, int id) {
    int right = next[position];
    ids[position] = id;
    ids[right] = NONE;
    next[position] = next[right];
    if (next[right] != NONE) {
      previous[next[right]] = position;
    }
    offer(position);
    if (previous[position] != NONE) {
      offer(previous[position]);
    }
  }

  private void offer(int position) {
    Merge merge = mergeAt(position);
    if (merge != null) {
      candidates.add(new Candidate(position, merge));
    }
  }

  private @Nullable Merge mergeAt(int position) {
    boolean hasRight = ids[position] != NONE && next[position] != NONE;
    return hasRight ? merges.get(Merge.key(ids[position], ids[next[position]])) : null;
  }
}
