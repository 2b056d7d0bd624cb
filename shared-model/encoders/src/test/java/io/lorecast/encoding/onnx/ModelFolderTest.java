package io.lorecast.encoding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncodingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own model: a folder with MiniLM in it, and files beside it that say something else. */
class ModelFolderTest {

  @TempDir private Path models;
  private Path folder;

  @BeforeEach
  void fill() throws IOException {
    folder = Files.createDirectories(models.resolve("my model"));
    copy("/all-minilm-l6-v2-q.onnx", "model.onnx");
    copy("/all-minilm-l6-v2-q-tokenizer.json", "tokenizer.json");
  }

  @Test
  void theFilesBesideTheModelAreFollowed() throws IOException {
    write("1_Pooling/config.json", "{\"pooling_mode_cls_token\": true}");
    write("sentence_bert_config.json", "{\"max_seq_length\": 64}");
    write("config.json", "{\"max_position_embeddings\": 512}");
    write("config_sentence_transformers.json", "{\"prompts\": {\"query\": \"find: \"}}");

    try (Encoder encoder = open(folder.toString(), ModelOptions.NONE)) {
      assertThat(encoder.version())
          .matches("my_model-[0-9a-f]{12}-int8-64-cls-prefix[0-9a-f]{6}-overlap7");
      assertThat(encoder.encodeQuery("whales")).isEqualTo(encoder.encode("find: whales"));
      assertThat(encoder.status().precision()).isEqualTo("int8");
    }
  }

  @Test
  void configurationGoesBeforeTheFiles() throws IOException {
    write("1_Pooling/config.json", "{\"pooling_mode_cls_token\": true}");
    ModelOptions options =
        new ModelOptions(
            OptionalInt.of(40),
            Optional.of(Pooling.MAX),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Precision.FP16));

    try (Encoder encoder = open("my model", options)) {
      assertThat(encoder.version()).contains("-fp16-40-max-plain-");
    }
  }

  @Test
  void aPresetsFolderGoesBeforeTheClassPath() throws IOException {
    Files.move(folder, models.resolve("minilm-fp32"));

    try (Encoder encoder = open("minilm-fp32", ModelOptions.NONE)) {
      assertThat(encoder.status().precision()).as("the model that lies there").isEqualTo("int8");
      assertThat(encoder.version()).contains("-256-mean-");
    }
  }

  @Test
  void anotherTokenizerMakesAnotherVersion() throws IOException {
    String before = version();
    Path tokenizer = folder.resolve("tokenizer.json");
    Files.writeString(
        tokenizer,
        Files.readString(tokenizer).replace("\"lowercase\": true", "\"lowercase\":false"));

    assertThat(version()).isNotEqualTo(before);
  }

  @Test
  void aPoolingWeDoNotHaveIsRefused() throws IOException {
    write("1_Pooling/config.json", "{\"pooling_mode_weightedmean_tokens\": true}");

    assertThatThrownBy(() -> open("my model", ModelOptions.NONE))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("weightedmean");
  }

  @Test
  void aModelWithoutItsTokenizerIsRefused() throws IOException {
    Files.delete(folder.resolve("tokenizer.json"));

    assertThatThrownBy(() -> open("my model", ModelOptions.NONE))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("no tokenizer.json");
  }

  private String version() {
    try (Encoder encoder = open("my model", ModelOptions.ofMaxTokens(16))) {
      return encoder.version();
    }
  }

  private Encoder open(String model, ModelOptions options) {
    EncoderSettings settings =
        EncoderSettings.defaults().withCacheFolder(models).withModelsFolder(models);
    return TextEncoders.open(model, options, settings);
  }

  private void copy(String resource, String name) throws IOException {
    try (InputStream stream = ModelFolderTest.class.getResourceAsStream(resource)) {
      Files.copy(stream, folder.resolve(name));
    }
  }

  private void write(String name, String json) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), json);
  }
}
