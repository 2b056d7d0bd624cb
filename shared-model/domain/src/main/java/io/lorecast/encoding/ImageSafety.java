package io.lorecast.encoding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether an image can be shown to everyone, as a value of the item's attribute {@value
 * #ATTRIBUTE}, by which recommendations can be filtered.
 *
 * <p>Pure. A classifier errs: the level is a hint for a filter, not a judgement.
 */
public final class ImageSafety {

  /** The attribute's name. */
  public static final String ATTRIBUTE = "safety";

  /** Its values, from what offends nobody to what offends most. */
  public static final List<String> LEVELS = List.of("neutral", "drawing", "sexy", "hentai", "porn");

  private static final float LIKELY = .5f;

  private ImageSafety() {}

  /**
   * Returns the last of {@link #LEVELS} that is likely (at least .5), or else the likeliest; empty
   * if the scores are of other classes. Of one image at most one level is likely; of {@linkplain
   * EncodedImage#pool pooled} ones several may be, and the one that offends most counts.
   *
   * @param scores by class, in [0, 1]
   */
  public static Optional<String> level(Map<String, Float> scores) {
    List<String> known = LEVELS.stream().filter(scores::containsKey).toList();
    return known.reversed().stream()
        .filter(level -> scores.getOrDefault(level, 0f) >= LIKELY)
        .findFirst()
        .or(
            () ->
                known.stream().max(Comparator.comparing(level -> scores.getOrDefault(level, 0f))));
  }
}
