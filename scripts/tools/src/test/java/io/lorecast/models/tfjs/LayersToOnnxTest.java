package io.lorecast.models.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lorecast.models.OnnxRun;
import io.lorecast.models.tfjs.LayersToOnnx.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A small model with a layer of every kind that is converted. The numbers expected are those that
 * TensorFlow.js 4.22.0 (backend cpu) computes from the same file, weights and images.
 */
class LayersToOnnxTest {

  private static final long[] TWO_IMAGES = {2, 6, 5, 3};
  private static final List<Output> OUTPUTS =
      List.of(new Output("flat", "features", 6), new Output("classes", "probabilities", 4));

  @Test
  void theMiddleOfTheModelComputesWhatTensorFlowComputes() throws Exception {
    assertThat(run(convert(model()), "features"))
        .containsExactly(
            new float[] {
              .1534014f, .3176348f, .42997f, .4515703f, .2092180f, .3856983f,
              0f, .3037516f, .4865187f, .2917715f, .1867617f, .4250021f
            },
            within(1e-5f));
  }

  @Test
  void theEndOfTheModelComputesWhatTensorFlowComputes() throws Exception {
    assertThat(run(convert(model()), "probabilities"))
        .containsExactly(
            new float[] {
              .1853290f, .2449083f, .2856170f, .2841456f,
              .1857134f, .2477650f, .2880991f, .2784226f
            },
            within(1e-5f));
  }

  @Test
  void theSameModelGivesTheSameBytes() throws Exception {
    assertThat(convert(model())).isEqualTo(convert(model()));
  }

  @Test
  void aKindOfLayerThatIsNotConvertedIsNamed() throws Exception {
    JsonNode model = model();
    layer(model, "pool").put("class_name", "MaxPooling2D");

    assertThatThrownBy(() -> convert(model))
        .hasMessage("layer pool: kind MaxPooling2D is not converted");
  }

  @Test
  void aSettingThatIsNotConvertedIsNamed() throws Exception {
    JsonNode model = model();
    ((ObjectNode) layer(model, "conv").path("config")).put("activation", "tanh");

    assertThatThrownBy(() -> convert(model))
        .hasMessage("layer conv: activation must be one of [linear], was tanh");
  }

  @Test
  void layersOutOfOrderAreRefused() throws Exception {
    JsonNode model = model();
    layer(model, "pad").put("name", "elsewhere");

    assertThatThrownBy(() -> convert(model)).hasMessage("layer pad is read before it is there");
  }

  @Test
  void shardsThatEndEarlyAreRefused() throws Exception {
    JsonNode model = model();
    byte[] cut = Arrays.copyOf(weights(), 293);

    assertThatThrownBy(() -> LayersModel.read(model, cut))
        .hasMessage("the shards end before weight bn/moving_variance");
  }

  private static byte[] convert(JsonNode model) {
    return LayersToOnnx.convert(LayersModel.read(model, weights()), "small", OUTPUTS);
  }

  private static float[] run(byte[] model, String output) throws OrtException {
    float[] images = new float[2 * 6 * 5 * 3];
    for (int i = 0; i < images.length; i++) {
      images[i] = i * 7 % 11 / 10f;
    }
    return OnnxRun.run(model, images, TWO_IMAGES, output);
  }

  /** The packed weights count on from 1; the bias of {@code project}, 3 floats, is not packed. */
  private static byte[] weights() {
    ByteBuffer bytes = ByteBuffer.allocate(294).order(ByteOrder.LITTLE_ENDIAN);
    int k = 0;
    k = packed(bytes, k, 108 + 4 + 4 + 24 + 4 + 32 + 24);
    bytes.putFloat(1 / 8f).putFloat(2 / 8f).putFloat(3 / 8f);
    k = packed(bytes, k, 36 + 6 + 24);
    for (int i = 0; i < 4; i++) {
      bytes.putShort((short) (++k * 7919));
    }
    packed(bytes, k, 4 + 4);
    return bytes.array();
  }

  private static int packed(ByteBuffer bytes, int from, int count) {
    int k = from;
    for (int i = 0; i < count; i++) {
      bytes.put((byte) (++k * 37 % 251));
    }
    return k;
  }

  private static ObjectNode layer(JsonNode model, String name) {
    for (JsonNode layer : model.path("modelTopology").findPath("layers")) {
      if (layer.path("name").asText().equals(name)) {
        return (ObjectNode) layer;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static JsonNode model() throws IOException {
    try (InputStream file = LayersToOnnxTest.class.getResourceAsStream("small-model.json")) {
      return new ObjectMapper().readTree(file);
    }
  }
}
