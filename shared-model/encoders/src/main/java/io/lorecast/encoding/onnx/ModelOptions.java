package io.lorecast.encoding.onnx;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a model wants to be read. What is absent is taken from where the model comes from: its preset
 * or the files beside it.
 *
 * @param maxTokens the most tokens of one run, control tokens and prefix included; a longer text is
 *     read in windows of so many
 * @param pooling how the vectors of the tokens become one
 * @param documentPrefix stands before every text
 * @param queryPrefix stands before every text that is searched for
 * @param precision of the weights; read from the model if absent
 */
public record ModelOptions(
    OptionalInt maxTokens,
    Optional<Pooling> pooling,
    Optional<String> documentPrefix,
    Optional<String> queryPrefix,
    Optional<Precision> precision) {

  /** Says nothing. */
  public static final ModelOptions NONE =
      new ModelOptions(
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Returns options that say {@code maxTokens} and nothing else. */
  public static ModelOptions ofMaxTokens(int maxTokens) {
    return new ModelOptions(
        OptionalInt.of(maxTokens),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns options that say {@code pooling} and nothing else. */
  public static ModelOptions ofPooling(Pooling pooling) {
    return new ModelOptions(
        OptionalInt.empty(),
        Optional.of(pooling),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns these options, and of {@code others} what these do not say. */
  public ModelOptions or(ModelOptions others) {
    return new ModelOptions(
        maxTokens.isPresent() ? maxTokens : others.maxTokens,
        pooling.or(others::pooling),
        documentPrefix.or(others::documentPrefix),
        queryPrefix.or(others::queryPrefix),
        precision.or(others::precision));
  }
}
