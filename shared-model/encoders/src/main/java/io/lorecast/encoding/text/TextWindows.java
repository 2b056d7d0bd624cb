package io.lorecast.encoding.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model is given of a text: all of its tokens, in as many windows as it takes, each between
 * the control tokens and behind the prefix. Nothing is cut. Immutable and thread-safe.
 *
 * <p>The windows of a long text are all full and spread evenly, so that none is a scrap of a few
 * words; each shares at least an eighth of its room with the next, so that what is said across the
 * border of one is read whole in the other. A short word may be cut at the border of one window,
 * and then is whole in its neighbour.
 */
public final class TextWindows {

  /** A window shares at least one part of so many with the next. */
  private static final int OVERLAP_PART = 8;

  private final Tokenizer tokenizer;
  private final int[] before;
  private final int[] after;
  private final int room;

  /**
   * Creates the windows of a model.
   *
   * @param prefix stands before every window, read by itself; may be empty
   * @param maxTokens the most tokens of a window, control tokens and prefix included
   * @throws IllegalArgumentException if that leaves no room for a text
   */
  public TextWindows(Tokenizer tokenizer, String prefix, int maxTokens) {
    ControlTokens control = tokenizer.control();
    int[] prefixIds = tokenizer.tokenIds(prefix);
    this.tokenizer = tokenizer;
    this.before = new int[control.before().size() + prefixIds.length];
    for (int i = 0; i < before.length - prefixIds.length; i++) {
      before[i] = control.before().get(i);
    }
    System.arraycopy(prefixIds, 0, before, control.before().size(), prefixIds.length);
    this.after = control.after().stream().mapToInt(Integer::intValue).toArray();
    this.room = maxTokens - before.length - after.length;
    if (room < 1) {
      throw new IllegalArgumentException(
          "the most tokens must be at least %d, were %d"
              .formatted(maxTokens - room + 1, maxTokens));
    }
  }

  /** Returns the fewest tokens that two neighbouring windows share. */
  public int overlap() {
    return room / OVERLAP_PART;
  }

  /** Returns the windows of {@code text}, at least one; shape [n] each, n from 1 to the maximum. */
  public List<int[]> of(String text) {
    int[] ids = tokenizer.tokenIds(text);
    if (ids.length <= room) {
      return List.of(window(ids, 0, ids.length));
    }
    int count = Math.ceilDiv(ids.length - overlap(), room - overlap());
    List<int[]> windows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int start = (int) ((long) i * (ids.length - room) / (count - 1));
      windows.add(window(ids, start, room));
    }
    return windows;
  }

  private int[] window(int[] ids, int start, int length) {
    if (before.length + length + after.length == 0) {
      return new int[] {tokenizer.control().filler()}; // a model reads at least one token
    }
    int[] window = new int[before.length + length + after.length];
    System.arraycopy(before, 0, window, 0, before.length);
    System.arraycopy(ids, start, window, before.length, length);
    System.arraycopy(after, 0, window, before.length + length, after.length);
    return window;
  }
}
