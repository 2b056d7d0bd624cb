package io.lorecast.encoding.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.encoding.image.Geometry.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Reads {@code preprocessor_config.json}, which Hugging Face's image processors write beside a
 * model: CLIP, SigLIP, ViT and others.
 */
final class PreprocessorFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double DEFAULT_SCALE = 1 / 255.;

  private PreprocessorFile() {}

  /**
   * Reads {@code file}.
   *
   * @throws IOException if it cannot be read, or wants what is not done here
   */
  static Preprocessing read(Path file) throws IOException {
    JsonNode json = JSON.readTree(file.toFile());
    try {
      return new Preprocessing(geometry(json), filter(json), normalisation(json));
    } catch (IllegalArgumentException e) {
      throw new IOException(file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private static Geometry geometry(JsonNode json) {
    if (!json.path("do_resize").asBoolean(true)) {
      throw new IllegalArgumentException("do_resize must be true");
    }
    JsonNode size = json.path("size");
    JsonNode edge = size.path("shortest_edge");
    boolean crops = json.path("do_center_crop").asBoolean(false);
    // Older files give one number, which is the shorter side where the middle is cut out.
    boolean fits = edge.isNumber() || (size.isNumber() && crops);
    Size resized = edge.isNumber() ? size(edge, "size") : size(size, "size");
    return new Geometry(fits, resized, crops ? size(json.path("crop_size"), "crop_size") : resized);
  }

  private static Size size(JsonNode size, String field) {
    if (size.isNumber()) {
      return new Size(size.asInt(), size.asInt());
    }
    if (size.path("width").isNumber() && size.path("height").isNumber()) {
      return new Size(size.path("width").asInt(), size.path("height").asInt());
    }
    throw new IllegalArgumentException(
        field + " must be a number, or width and height, or shortest_edge, was " + size);
  }

  private static Filter filter(JsonNode json) {
    int number = json.path("resample").asInt(2);
    return switch (number) {
      case 2 -> Filter.BILINEAR;
      case 3 -> Filter.BICUBIC;
      default ->
          throw new IllegalArgumentException(
              "resample must be 2 (bilinear) or 3 (bicubic), was " + number);
    };
  }

  private static Normalisation normalisation(JsonNode json) {
    boolean scales = json.path("do_rescale").asBoolean(true);
    double scale = scales ? json.path("rescale_factor").asDouble(DEFAULT_SCALE) : 1;
    if (!json.path("do_normalize").asBoolean(true)) {
      return new Normalisation(scale, List.of(0., 0., 0.), List.of(1., 1., 1.));
    }
    return new Normalisation(
        scale, numbers(json.path("image_mean")), numbers(json.path("image_std")));
  }

  private static List<Double> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asDouble).toList();
  }
}
