package io.lorecast.ranking;

import java.util.Arrays;

/**
 * The best slots offered so far, at most a given number: a heap with the worst on top. Equal scores
 * go by item id, so that the answer does not depend on the order in which items were added.
 */
final class TopSlots {

  private final CatalogueView view;
  private final int capacity;
  private int[] slots;
  private float[] scores;
  private int size;

  TopSlots(CatalogueView view, int capacity) {
    this.view = view;
    this.capacity = capacity;
    this.slots = new int[Math.min(capacity, view.slots())];
    this.scores = new float[slots.length];
  }

  /** Returns whether {@code slot} with {@code score} would be kept. */
  boolean wouldKeep(int slot, float score) {
    return size < Math.min(capacity, slots.length)
        || (size > 0 && isBetter(slot, score, slots[0], scores[0]));
  }

  /** Keeps {@code slot}; asked only if {@link #wouldKeep}. */
  void add(int slot, float score) {
    if (size < slots.length) {
      slots[size] = slot;
      scores[size] = score;
      siftUp(size++);
    } else {
      slots[0] = slot;
      scores[0] = score;
      siftDown();
    }
  }

  /** Returns the slots, best first; this is empty afterwards. */
  int[] drain() {
    int[] best = new int[size];
    for (int i = size - 1; i >= 0; i--) {
      best[i] = slots[0];
      size--;
      slots[0] = slots[size];
      scores[0] = scores[size];
      siftDown();
    }
    slots = Arrays.copyOf(slots, 0);
    scores = Arrays.copyOf(scores, 0);
    return best;
  }

  private boolean isBetter(int a, float scoreOfA, int b, float scoreOfB) {
    if (scoreOfA != scoreOfB) {
      return scoreOfA > scoreOfB;
    }
    return view.item(a).id().value().compareTo(view.item(b).id().value()) < 0;
  }

  private boolean isWorse(int i, int j) {
    return isBetter(slots[j], scores[j], slots[i], scores[i]);
  }

  private void siftUp(int start) {
    int i = start;
    while (i > 0 && isWorse(i, (i - 1) / 2)) {
      swap(i, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  }

  private void siftDown() {
    int i = 0;
    while (true) {
      int worst = i;
      for (int child = 2 * i + 1; child <= 2 * i + 2 && child < size; child++) {
        worst = isWorse(child, worst) ? child : worst;
      }
      if (worst == i) {
        return;
      }
      swap(i, worst);
      i = worst;
    }
  }

  private void swap(int i, int j) {
    int slot = slots[i];
    slots[i] = slots[j];
    slots[j] = slot;
    float score = scores[i];
    scores[i] = scores[j];
    scores[j] = score;
  }
}
