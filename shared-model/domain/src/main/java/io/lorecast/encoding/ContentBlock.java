package io.lorecast.encoding;

import io.lorecast.vector.Embedding;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The part of a {@link ContentSpace} that one encoder writes.
 *
 * @param encoder what makes its vectors, {@link Encoder#version()}; no white space
 * @param dimension d of the encoder, at least 1
 * @param weight what the block counts beside other blocks, above 0
 * @param views what each view counts within the block, above 0; only proportions matter
 */
public record ContentBlock(String encoder, int dimension, float weight, Map<View, Float> views) {

  private static final int MOST_DIMENSIONS = 65_536;

  public ContentBlock {
    views = Map.copyOf(views);
    if (encoder.isEmpty() || encoder.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("encoder must be a word, was '" + encoder + "'");
    }
    if (dimension < 1 || dimension > MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "dimension must be 1 to " + MOST_DIMENSIONS + ", was " + dimension);
    }
    if (views.isEmpty()) {
      throw new IllegalArgumentException("a block has views");
    }
    requireWeight("block", weight);
    views.forEach((view, value) -> requireWeight(view.wireName(), value));
  }

  private static void requireWeight(String what, float weight) {
    if (!(weight > 0 && Float.isFinite(weight))) {
      throw new IllegalArgumentException(
          "the weight of " + what + " must be above 0, was " + weight);
    }
  }

  /** Returns this block with other weights. */
  public ContentBlock weighing(float newWeight, Map<View, Float> newViews) {
    return new ContentBlock(encoder, dimension, newWeight, newViews);
  }

  /** Returns the direction of those of {@code vectors} that this block has views and room for. */
  Optional<Embedding> fuse(Map<View, Embedding> vectors) {
    Map<View, Embedding> own = new EnumMap<>(View.class);
    vectors.forEach(
        (view, vector) -> {
          if (views.containsKey(view) && vector.dimension() == dimension) {
            own.put(view, vector);
          }
        });
    return own.isEmpty() ? Optional.empty() : Optional.of(ViewFusion.fuse(own, views));
  }

  /** Returns {@code encoder dimension weight view=weight ...}, views in their order. */
  String text() {
    StringJoiner text = new StringJoiner(" ");
    text.add(encoder).add(Integer.toString(dimension)).add(Float.toString(weight));
    new EnumMap<>(views).forEach((view, value) -> text.add(view.wireName() + "=" + value));
    return text.toString();
  }

  static ContentBlock parse(String text) {
    String[] words = text.split(" ", -1);
    Map<View, Float> views = new EnumMap<>(View.class);
    for (int i = 3; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      views.put(
          View.of(words[i].substring(0, equals)), Float.valueOf(words[i].substring(equals + 1)));
    }
    return new ContentBlock(
        words[0], Integer.parseInt(words[1]), Float.parseFloat(words[2]), views);
  }
}
