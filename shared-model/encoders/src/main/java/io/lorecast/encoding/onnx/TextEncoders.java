package io.lorecast.encoding.onnx;

import ai.onnxruntime.OrtException;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncodersByLanguage;
import io.lorecast.encoding.EncodingException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Opens text encoders. */
public final class TextEncoders {

  /** The preset that is used unless another is configured: English, small, in 8 bits. */
  public static final String DEFAULT = "minilm-int8";

  private TextEncoders() {}

  /** Returns the default encoder as it is meant to be read, see {@link #open}. */
  public static Encoder miniLm(EncoderSettings settings) {
    return open(DEFAULT, ModelOptions.NONE, settings);
  }

  /**
   * Returns the encoder of a preset, or of a folder with {@code model.onnx} and {@code
   * tokenizer.json}. Takes tenths of a second, some seconds for a large model: it runs a text of
   * the most tokens once, to learn the dimension and that the model can read so many.
   *
   * @param model name of a preset, name of a folder in the models folder, or path of a folder
   * @param options what is to differ from what the preset or the files beside the model say; where
   *     nobody says anything: the mean of the tokens, 512 tokens, no prefixes
   * @throws EncodingException if it is not found, cannot be opened, or cannot read so many tokens
   * @throws IllegalArgumentException if the most tokens leave no room for a text
   */
  public static Encoder open(String model, ModelOptions options, EncoderSettings settings) {
    return open(model, options, ModelOptions.ofPooling(Pooling.MEAN), settings);
  }

  /**
   * Returns the encoder of a decoder-only model, one that was made to go on writing: as {@link
   * #open}, but the last token's vector unless options or the files beside the model say otherwise.
   */
  public static Encoder openGenerative(
      String model, ModelOptions options, EncoderSettings settings) {
    return open(model, options, ModelOptions.ofPooling(Pooling.LAST), settings);
  }

  /**
   * Returns the encoders of several languages, each model opened once however many languages it
   * reads. If one cannot be opened, none stays open. Throws as {@link #open}.
   *
   * @param fallback the model of all other languages
   * @param byLanguage model by BCP 47 tag or the beginning of one
   * @param options of a model, by the name it is given here
   */
  public static EncodersByLanguage openAll(
      String fallback,
      Map<String, String> byLanguage,
      Function<String, ModelOptions> options,
      EncoderSettings settings) {
    Map<String, Encoder> opened = new HashMap<>();
    try {
      Function<String, Encoder> open = model -> open(model, options.apply(model), settings);
      Encoder ofOthers = opened.computeIfAbsent(fallback, open);
      Map<String, Encoder> encoders = new HashMap<>();
      byLanguage.forEach(
          (language, model) -> encoders.put(language, opened.computeIfAbsent(model, open)));
      return new EncodersByLanguage(ofOthers, encoders);
    } catch (RuntimeException e) {
      opened.values().forEach(Encoder::close);
      throw e;
    }
  }

  private static Encoder open(
      String model, ModelOptions options, ModelOptions usual, EncoderSettings settings) {
    try {
      LocatedModel located = LocatedModel.find(model, settings);
      return new ModelOpening(located, options.or(located.options()).or(usual), settings).open();
    } catch (IOException | OrtException e) {
      throw new EncodingException("opening the text model " + model, e);
    }
  }
}
