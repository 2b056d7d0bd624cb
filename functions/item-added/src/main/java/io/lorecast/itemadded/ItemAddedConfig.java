package io.lorecast.itemadded;

import io.lorecast.encoding.onnx.Device;
import io.lorecast.encoding.onnx.Pooling;
import io.lorecast.encoding.onnx.Precision;
import io.lorecast.encoding.onnx.TextEncoders;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How items are encoded. */
@ConfigMapping(prefix = "lorecast.item-added")
public interface ItemAddedConfig {

  /**
   * The model that reads texts: a preset ({@code minilm-int8}, {@code minilm-fp32}, {@code
   * bge-small-en}, {@code bge-small-en-q}, {@code bge-small-zh}, {@code e5-small-v2}), a folder in
   * the models folder, or the path of a folder with {@code model.onnx} and {@code tokenizer.json}.
   */
  @WithDefault(TextEncoders.DEFAULT)
  String encoder();

  /**
   * Models of other languages, each as in {@link #encoder}, by BCP 47 tag or the beginning of one,
   * for example {@code lorecast.item-added.encoders.zh=bge-small-zh}.
   */
  Map<String, String> encoders();

  /** A model that was made to go on writing, for names. */
  Generative generative();

  /** How single models are to be read, by preset or the folder's name. */
  Map<String, Model> models();

  /** Holds a folder for each model, named as its preset. */
  Optional<Path> modelsFolder();

  /** Where models of the class path are unpacked; a folder among the temporary files if absent. */
  Optional<Path> cacheFolder();

  /**
   * The most tokens of one run, for all models; what the model says if absent, 256 for {@code
   * minilm-int8}. Longer texts are read in windows of so many. Another number makes other vectors.
   */
  OptionalInt maxTokens();

  /** Where models run: {@code auto}, {@code cpu} or {@code cuda}. */
  @WithDefault("auto")
  Device device();

  /** Threads of one run of a model on a CPU, at least 1. */
  @WithDefault("1")
  int threadsPerRun();

  /** Texts encoded at once, at least 1; the processors of the machine, at most 4, if absent. */
  OptionalInt workers();

  /** Items that may wait for a worker, at least 1; the next is refused, to be delivered again. */
  @WithDefault("1000")
  int queue();

  /** How images are read. */
  Images images();

  /** What each view counts in the content vector, until model-refresh learns better. */
  Weights weights();

  /** Where the generative model is. */
  interface Generative {
    /** The folder with {@code model.onnx} and {@code tokenizer.json}; without it there is none. */
    Optional<String> folder();
  }

  /** Images and videos; not read unless there is a model. */
  interface Images {
    /** The folder with the model; {@code scripts/models get nsfw-mobilenet} makes one. */
    Optional<Path> model();

    /** Hosts that may be asked for images, {@code images.example.com} or {@code *.example.com}. */
    Optional<List<String>> hosts();

    /** The folder under which {@code file:} images must lie; no files are read without it. */
    Optional<Path> folder();

    /** The most bytes of one file. */
    @WithDefault("10485760")
    long bytes();

    /** The most pixels of one picture. */
    @WithDefault("40000000")
    long pixels();

    /** How long fetching one file, and decoding it, may take each. */
    @WithDefault("10s")
    Duration timeout();

    /** At most how many frames of a video are looked at. */
    @WithDefault("8")
    int frames();
  }

  /** What differs from what a preset, or the files beside a model, say. */
  interface Model {
    /** The most tokens of one run, before the number for all models. */
    OptionalInt maxTokens();

    /**
     * How the vectors of tokens become one: {@code mean}, {@code cls}, {@code max}, {@code last}.
     */
    Optional<Pooling> pooling();

    /** Stands before every text. */
    Optional<String> documentPrefix();

    /** Stands before every text that is searched for. */
    Optional<String> queryPrefix();

    /**
     * Of the weights: {@code fp32}, {@code fp16} or {@code int8}; read from the model if absent.
     */
    Optional<Precision> precision();
  }

  /** Weights above 0; only their proportions matter. */
  interface Weights {
    /** The weight of the name. */
    @WithDefault("1")
    float name();

    /** The weight of the description. */
    @WithDefault("1")
    float description();

    /** The weight of all reviews together. */
    @WithDefault("1")
    float reviews();

    /** The weight of what the generative model reads, beside 1 for all that the others read. */
    @WithDefault("0.5")
    float generative();

    /** The weight of images, beside 1 for texts. */
    @WithDefault("0.25")
    float images();
  }
}
