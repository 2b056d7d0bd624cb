package io.lorecast.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lorecast.models.tfjs.LayersModel;
import io.lorecast.models.tfjs.LayersToOnnx;
import io.lorecast.models.tfjs.LayersToOnnx.Output;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The MobileNetV2 of the npm package nsfwjs: MIT licence, 224 x 224 pixels, five classes.
 *
 * <p>Source: "MobileNetV2: Inverted Residuals and Linear Bottlenecks", CVPR 2018,
 * doi:10.1109/CVPR.2018.00474; trained further by nsfw_model.
 */
final class NsfwPackage {

  private static final String FOLDER = "package/dist/models/mobilenet_v2/";
  private static final String TOPOLOGY = FOLDER + "model.min.js";
  private static final String LICENCE = "package/LICENSE";
  private static final String SHARD = FOLDER + "group1-shard1of1.min.js";

  /** What a bundler writes before the value of a module; what comes after it is not read. */
  private static final Pattern VALUE =
      Pattern.compile("\\{1:\\[function\\([^)]*\\)\\{\\w+\\.exports=");

  /** A JavaScript literal is JSON with bare names, bare fractions and true and false as !0, !1. */
  private static final JsonMapper LITERALS =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .build();

  private static final List<Output> OUTPUTS =
      List.of(new Output("flatten_1", "features", 1280), new Output("dense_3", "probabilities", 5));

  private final Map<String, String> files;

  private NsfwPackage(Map<String, String> files) {
    this.files = files;
  }

  /**
   * Reads the package.
   *
   * @param archive a gzipped tar file
   * @throws IOException if it is none
   */
  static NsfwPackage read(byte[] archive) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (List.of(TOPOLOGY, SHARD, LICENCE).contains(entry.getName())) {
          files.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return new NsfwPackage(files);
  }

  /**
   * Returns the model as an ONNX file: {@code image}, shape [n, 224, 224, 3] in [0, 1], to {@code
   * features}, [n, 1280], and {@code probabilities}, [n, 5]. The same bytes each time.
   *
   * @throws IOException if the package does not hold it
   */
  byte[] toOnnx() throws IOException {
    byte[] shard = Base64.getDecoder().decode(literal(SHARD).asText());
    LayersModel model = LayersModel.read(literal(TOPOLOGY), shard);
    return LayersToOnnx.convert(model, "nsfw-mobilenet", OUTPUTS);
  }

  /** Returns the text of the licence, which every copy must carry. */
  String licence() throws IOException {
    return file(LICENCE);
  }

  private JsonNode literal(String name) throws IOException {
    String module = file(name);
    Matcher value = VALUE.matcher(module);
    if (!value.find()) {
      throw new IOException(name + " is not a bundled module");
    }
    String literal = module.substring(value.end());
    try {
      return LITERALS.readTree(literal.replace(":!0", ":true").replace(":!1", ":false"));
    } catch (JsonProcessingException e) {
      throw new IOException(name + " does not export a literal: " + e.getOriginalMessage(), e);
    }
  }

  private String file(String name) throws IOException {
    String file = files.get(name);
    if (file == null) {
      throw new IOException("the package holds no " + name);
    }
    return file;
  }
}
