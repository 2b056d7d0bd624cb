package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.image.Geometry.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreprocessorFileTest {

  @TempDir private Path folder;

  @Test
  void clipIsRead() throws IOException {
    Preprocessing clip =
        read(
            """
            {"crop_size": {"height": 224, "width": 224}, "do_center_crop": true,
             "do_convert_rgb": true, "do_normalize": true, "do_rescale": true, "do_resize": true,
             "image_mean": [0.48145466, 0.4578275, 0.40821073],
             "image_processor_type": "CLIPImageProcessor",
             "image_std": [0.26862954, 0.26130258, 0.27577711],
             "resample": 3, "rescale_factor": 0.00392156862745098, "size": {"shortest_edge": 224}}
            """);

    assertThat(clip.filter()).isEqualTo(Filter.BICUBIC);
    assertThat(clip.geometry())
        .isEqualTo(new Geometry(true, new Size(224, 224), new Size(224, 224)));
    // (255 / 255 - .4578275) / .26130258
    assertThat(clip.normalisation().apply(255, 1)).isCloseTo(2.07488f, within(1e-5f));
    assertThat(clip.version()).matches("fit224x224-crop224x224-bicubic-[0-9a-f]{8}");
  }

  @Test
  void anOlderFileSaysTheSame() throws IOException {
    Preprocessing clip =
        read(
            """
            {"crop_size": 224, "do_center_crop": true, "do_normalize": true, "do_resize": true,
             "feature_extractor_type": "CLIPFeatureExtractor", "image_mean": [0.5, 0.5, 0.5],
             "image_std": [0.5, 0.5, 0.5], "resample": 3, "size": 224}
            """);

    assertThat(clip.geometry())
        .isEqualTo(new Geometry(true, new Size(224, 224), new Size(224, 224)));
    assertThat(clip.normalisation().apply(0, 0)).isEqualTo(-1f);
  }

  @Test
  void withoutACropThePictureIsSquashed() throws IOException {
    Preprocessing squash =
        read("{\"size\": {\"height\": 10, \"width\": 20}, \"do_normalize\": false}");

    assertThat(squash.geometry())
        .isEqualTo(new Geometry(false, new Size(20, 10), new Size(20, 10)));
    assertThat(squash.filter()).isEqualTo(Filter.BILINEAR);
    assertThat(squash.normalisation().apply(51, 2)).isEqualTo(.2f);
  }

  @Test
  void whatIsNotDoneHereIsRefused() {
    for (List<String> refused :
        List.of(
            List.of("{\"size\": 8, \"resample\": 1}", "resample must be 2 (bilinear)"),
            List.of("{\"size\": {\"longest_edge\": 8}}", "size must be a number"),
            List.of("{\"do_resize\": false}", "do_resize must be true"),
            List.of("{\"size\": 8, \"do_center_crop\": true}", "crop_size must be a number"),
            List.of("{\"size\": 0, \"do_normalize\": false}", "a size must be at least 1x1"),
            List.of("{\"size\": 8}", "mean and deviation must be 3 numbers"),
            List.of(
                "{\"size\": 8, \"crop_size\": 9, \"do_center_crop\": true}",
                "the crop must be at most 8x8, was 9x9"))) {
      assertThatThrownBy(() -> read(refused.getFirst()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("preprocessor_config.json: " + refused.getLast());
    }
  }

  private Preprocessing read(String json) throws IOException {
    return PreprocessorFile.read(
        Files.writeString(folder.resolve("preprocessor_config.json"), json));
  }
}
