package io.lorecast.encoding.image;

import ai.onnxruntime.OrtException;
import io.lorecast.encoding.EncodedImage;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of a model's outputs are the features and which the classes' scores.
 *
 * @param features name of the output
 * @param dimension length of the features
 * @param scores name of the output, or null if there are no classes
 * @param labels the classes' names, in the model's order
 */
record ImageOutputs(String features, int dimension, @Nullable String scores, List<String> labels) {

  private static final List<String> FEATURES =
      List.of("features", "image_embeds", "pooler_output", "embeddings");
  private static final String LOGITS = "logits";
  private static final List<String> SCORES = List.of("probabilities", LOGITS);

  ImageOutputs {
    labels = List.copyOf(labels);
  }

  /**
   * Tells the outputs apart by their names.
   *
   * @param outputs what the model makes of an image
   * @param labels the classes' names, empty if it has none
   * @throws OrtException if there are no features, or other than one score a label
   */
  static ImageOutputs of(Map<String, float[]> outputs, List<String> labels) throws OrtException {
    String features = first(FEATURES, outputs);
    if (features == null) {
      throw new OrtException(
          "the model must have one of the outputs %s, one row of numbers, has %s"
              .formatted(FEATURES, outputs.keySet()));
    }
    String scores = labels.isEmpty() ? null : first(SCORES, outputs);
    int found = scores == null ? 0 : values(outputs, scores).length;
    if (found != labels.size()) {
      throw new OrtException(
          "the model must have a score for each of %s in one of %s, has %d"
              .formatted(labels, SCORES, found));
    }
    return new ImageOutputs(features, values(outputs, features).length, scores, labels);
  }

  private static @Nullable String first(List<String> names, Map<String, float[]> outputs) {
    return names.stream().filter(outputs::containsKey).findFirst().orElse(null);
  }

  private static float[] values(Map<String, float[]> outputs, String name) {
    return outputs.getOrDefault(name, new float[0]);
  }

  /** Returns what the model made of an image. */
  EncodedImage encoded(Map<String, float[]> outputs) {
    float[] vector = values(outputs, features);
    VectorMath.normalise(vector);
    Map<String, Float> byLabel = new LinkedHashMap<>();
    if (scores != null) {
      float[] row = values(outputs, scores);
      float[] probabilities = scores.equals(LOGITS) ? softmax(row) : row;
      for (int i = 0; i < probabilities.length; i++) {
        byLabel.put(labels.get(i), probabilities[i]);
      }
    }
    return new EncodedImage(Embedding.of(vector), byLabel);
  }

  private static float[] softmax(float[] logits) {
    double highest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      highest = Math.max(highest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - highest);
    }
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (Math.exp(logits[i] - highest) / sum);
    }
    return probabilities;
  }
}
