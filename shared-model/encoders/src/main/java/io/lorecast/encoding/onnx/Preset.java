package io.lorecast.encoding.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The models that are known by name. Their weights come in artifacts of langchain4j, of which only
 * model and tokenizer are used, or lie in a folder of the preset's name.
 */
enum Preset {
  /**
   * "MiniLM: Deep Self-Attention Distillation for Task-Agnostic Compression of Pre-Trained
   * Transformers", NeurIPS 2020, arXiv:2002.10957, trained further on pairs of sentences.
   */
  MINILM_INT8("all-minilm-l6-v2-q", Pooling.MEAN, 256, "", ""),
  /** The same in full precision. */
  MINILM_FP32("all-minilm-l6-v2", Pooling.MEAN, 256, "", ""),
  /** "C-Pack: Packed Resources For General Chinese Embeddings", SIGIR 2024, arXiv:2309.07597. */
  BGE_SMALL_EN("bge-small-en-v1.5", Pooling.CLS, 512, "", BgePrefixes.ENGLISH),
  /** The same in 8 bits. */
  BGE_SMALL_EN_Q("bge-small-en-v1.5-q", Pooling.CLS, 512, "", BgePrefixes.ENGLISH),
  /** The same family's model of Chinese. */
  BGE_SMALL_ZH("bge-small-zh-v1.5", Pooling.CLS, 512, "", BgePrefixes.CHINESE),
  /** "Text Embeddings by Weakly-Supervised Contrastive Pre-training", arXiv:2212.03533, 2022. */
  E5_SMALL_V2("e5-small-v2", Pooling.MEAN, 512, "passage: ", "query: ");

  /** What the model cards say a query begins with. */
  private static final class BgePrefixes {
    static final String ENGLISH = "Represent this sentence for searching relevant passages: ";
    static final String CHINESE = "为这个句子生成表示以用于检索相关文章：";
  }

  private final String file;
  private final ModelOptions options;

  Preset(String file, Pooling pooling, int maxTokens, String documentPrefix, String queryPrefix) {
    this.file = file;
    this.options =
        new ModelOptions(
            OptionalInt.of(maxTokens),
            Optional.of(pooling),
            Optional.of(documentPrefix),
            Optional.of(queryPrefix),
            Optional.empty());
  }

  /** Returns the preset called {@code label}, or empty if there is none. */
  static Optional<Preset> of(String label) {
    return Arrays.stream(values()).filter(preset -> preset.label().equals(label)).findFirst();
  }

  /** Returns the names of all presets. */
  static List<String> labels() {
    return Arrays.stream(values()).map(Preset::label).toList();
  }

  /** Returns its name in configuration, for example {@code minilm-int8}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns where the model lies on the class path. */
  String model() {
    return "/" + file + ".onnx";
  }

  /** Returns where the tokenizer lies on the class path. */
  String tokenizer() {
    return "/" + file + "-tokenizer.json";
  }

  /** Returns the Maven artifact that brings both. */
  String artifact() {
    return "dev.langchain4j:langchain4j-embeddings-" + file.replace("v1.5", "v15");
  }

  /** Returns how the model wants to be read. */
  ModelOptions options() {
    return options;
  }
}
