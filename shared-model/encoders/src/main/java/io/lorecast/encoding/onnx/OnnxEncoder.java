package io.lorecast.encoding.onnx;

import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.EncoderStatus;
import io.lorecast.encoding.ViewFusion;
import io.lorecast.encoding.text.TextWindows;
import io.lorecast.vector.Embedding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * An {@link Encoder} that runs a model of texts. The same text gives the same bits, whatever runs
 * beside it on a CPU.
 *
 * <p>A text of several windows has the mean direction of their vectors. All windows are of the same
 * length, so each counts alike, and each is taken at length 1, so that none counts more for the
 * size of its numbers; that holds for every pooling, and for models whose vectors of tokens cannot
 * be had.
 */
final class OnnxEncoder implements Encoder {

  private final TextWindows documents;
  private final TextWindows queries;
  private final SequenceRunner runner;
  private final EncoderStatus status;

  /** Creates an encoder, which closes {@code runner} with itself. */
  OnnxEncoder(
      TextWindows documents, TextWindows queries, SequenceRunner runner, EncoderStatus status) {
    this.documents = documents;
    this.queries = queries;
    this.runner = runner;
    this.status = status;
  }

  @Override
  public Embedding encode(String text) {
    return mean(runner.run(documents.of(text)));
  }

  @Override
  public Embedding encodeQuery(String text) {
    return mean(runner.run(queries.of(text)));
  }

  @Override
  public List<Embedding> encodeAll(List<String> texts) {
    List<List<int[]>> windows = texts.stream().map(documents::of).toList();
    Iterator<float[]> vectors =
        runner.run(windows.stream().flatMap(List::stream).toList()).iterator();
    List<Embedding> encoded = new ArrayList<>(texts.size());
    for (List<int[]> ofText : windows) {
      encoded.add(mean(ofText.stream().map(window -> vectors.next()).toList()));
    }
    return encoded;
  }

  private static Embedding mean(List<float[]> windows) {
    return windows.size() == 1
        ? Embedding.of(windows.getFirst())
        : ViewFusion.mean(windows.stream().map(Embedding::of).toList());
  }

  @Override
  public int dimension() {
    return status.dimension();
  }

  @Override
  public String version() {
    return status.version();
  }

  @Override
  public EncoderStatus status() {
    return status;
  }

  @Override
  public void close() {
    runner.close();
  }
}
