package io.lorecast.encoding;

import io.lorecast.vector.Embedding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model makes of an image.
 *
 * @param features shape [d], of length 1
 * @param scores probability of each class by its name, in [0, 1], in the model's order; empty if
 *     the model has no classes
 */
public record EncodedImage(Embedding features, Map<String, Float> scores) {

  public EncodedImage {
    // Not Map.copyOf, which forgets the order.
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
  }

  /**
   * Returns frames of one video, or images of one item, as one: the mean direction of their
   * features, and of each class the highest score, so that one bad frame among many is seen.
   *
   * @param frames at least one, all of one encoder
   * @throws IllegalArgumentException if there is none, or their dimensions differ
   */
  public static EncodedImage pool(List<EncodedImage> frames) {
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one frame");
    }
    Map<String, Float> highest = new LinkedHashMap<>();
    for (EncodedImage frame : frames) {
      frame.scores.forEach((label, score) -> highest.merge(label, score, Math::max));
    }
    Embedding mean = ViewFusion.mean(frames.stream().map(EncodedImage::features).toList());
    return new EncodedImage(mean, highest);
  }
}
