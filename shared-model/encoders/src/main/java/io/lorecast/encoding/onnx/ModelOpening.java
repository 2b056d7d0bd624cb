package io.lorecast.encoding.onnx;

import ai.onnxruntime.OrtException;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncoderStatus;
import io.lorecast.encoding.text.TextWindows;
import io.lorecast.encoding.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** The steps from files to an encoder. */
final class ModelOpening {

  private static final int USUAL_MAX_TOKENS = 512;
  private static final int DIGITS = 12;

  private final LocatedModel model;
  private final ModelOptions options;
  private final EncoderSettings settings;

  /** Prepares to open {@code model} as {@code options} say, all of them. */
  ModelOpening(LocatedModel model, ModelOptions options, EncoderSettings settings) {
    this.model = model;
    this.options = options;
    this.settings = settings;
  }

  Encoder open() throws IOException, OrtException {
    Tokenizer tokenizer = tokenizer();
    TextWindows documents = windows(tokenizer, options.documentPrefix().orElse(""));
    TextWindows queries = windows(tokenizer, options.queryPrefix().orElse(""));
    Precision precision =
        options.precision().isPresent() ? options.precision().get() : Precision.of(model.model());
    OpenSession opened = OpenSession.open(model, precision, pooling(), settings);
    SequenceRunner runner = runner(opened, tokenizer.control().filler());
    try {
      int[] longest = new int[maxTokens()];
      Arrays.fill(longest, tokenizer.control().filler());
      EncoderStatus status =
          new EncoderStatus(
              version(precision, documents.overlap()),
              runner.run(List.of(longest)).getFirst().length,
              opened.device().label(),
              opened.provider(),
              precision.label());
      return new OnnxEncoder(documents, queries, runner, status);
    } catch (RuntimeException e) {
      runner.close();
      throw e;
    }
  }

  private SequenceRunner runner(OpenSession opened, int filler) throws OrtException {
    try {
      OnnxSession session = new OnnxSession(opened.session(), pooling(), filler);
      return opened.device() == Device.CUDA
          ? new MicroBatches(session, MicroBatches.MOST_PADDED_TOKENS)
          : new SingleRuns(session);
    } catch (OrtException e) {
      opened.session().close();
      throw e;
    }
  }

  private Tokenizer tokenizer() throws IOException {
    try (InputStream stream = model.tokenizer().open()) {
      return Tokenizer.read(stream);
    }
  }

  private TextWindows windows(Tokenizer tokenizer, String prefix) {
    return new TextWindows(tokenizer, prefix, maxTokens());
  }

  private int maxTokens() {
    return options.maxTokens().orElse(USUAL_MAX_TOKENS);
  }

  private Pooling pooling() {
    return options.pooling().orElse(Pooling.MEAN);
  }

  /** Returns what makes the vectors, of characters that any store takes in a key. */
  private String version(Precision precision, int overlap) {
    return "%s-%s-%s-%d-%s-%s-overlap%d"
        .formatted(
            model.name().replaceAll("[^A-Za-z0-9._-]", "_"),
            model.hash().substring(0, DIGITS),
            precision.label(),
            maxTokens(),
            pooling().label(),
            prefixes(),
            overlap);
  }

  private String prefixes() {
    String both = options.documentPrefix().orElse("") + "\n" + options.queryPrefix().orElse("");
    return both.isBlank() ? "plain" : "prefix" + Hash.of(both).substring(0, DIGITS / 2);
  }
}
