package io.lorecast.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.lorecast.encoding.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The contenders on texts of one length, in turn. */
final class EncodeRow {

  private static final int TEXTS = 16;
  private static final int BATCH = 8;

  /** langchain4j's tokenizer cuts longer texts, and would win by reading less. */
  private static final int MOST_OF_LANGCHAIN4J = 126;

  final int tokens;
  final EncodeContender product;
  final EncodeContender bare;
  final EncodeContender bareBatches;

  /** Empty, or langchain4j with one thread and as it comes. */
  final List<EncodeContender> peers = new ArrayList<>();

  EncodeRow(
      int tokens, Encoder encoder, BareLoop loop, EmbeddingModel oneThread, EmbeddingModel asIs)
      throws Exception {
    this.tokens = tokens;
    List<String> texts = new EncodeTexts().ofLength(tokens, TEXTS);
    List<int[]> windows = texts.stream().flatMap(text -> loop.windows(text).stream()).toList();
    if (windows.size() != TEXTS || windows.stream().anyMatch(ids -> ids.length != tokens)) {
      throw new IllegalStateException("the texts have not " + tokens + " tokens each");
    }
    product = contender("Lorecast", texts, encoder::encode);
    List<EncodeContender.Call> runs = new ArrayList<>();
    for (int[] ids : windows) {
      runs.add(loop.run(List.of(ids)));
    }
    bare = new EncodeContender("bare", 1, runs);
    bareBatches =
        new EncodeContender(
            "bare batches",
            BATCH,
            List.of(loop.run(windows.subList(0, BATCH)), loop.run(windows.subList(BATCH, TEXTS))));
    if (tokens <= MOST_OF_LANGCHAIN4J) {
      peers.add(contender("langchain4j, 1 thread", texts, oneThread::embed));
      peers.add(contender("langchain4j", texts, asIs::embed).ofAllThreads());
    }
  }

  private interface Encoding {
    Object encode(String text);
  }

  private static EncodeContender contender(String name, List<String> texts, Encoding encoding) {
    List<EncodeContender.Call> calls = new ArrayList<>();
    texts.forEach(text -> calls.add(() -> encoding.encode(text)));
    return new EncodeContender(name, 1, calls);
  }

  /** Returns all, in the order they run in. */
  List<EncodeContender> contenders() {
    List<EncodeContender> all = new ArrayList<>(List.of(product, bare, bareBatches));
    all.addAll(peers);
    return all;
  }

  static String header() {
    return """
    Texts per second of CPU (of the clock), medians

    %6s %18s %18s %18s %18s %18s %8s %14s\
    """
        .formatted(
            "tokens",
            "Lorecast",
            "bare ONNX Runtime",
            "bare, batches of 8",
            "langchain4j 1 thr.",
            "langchain4j as is",
            "vs bare",
            "vs langchain4j");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%6d %18s %18s %18s %18s %18s %8.3f %14s",
        tokens,
        speed(product),
        speed(bare),
        speed(bareBatches),
        peers.isEmpty() ? "-" : speed(peers.get(0)),
        peers.isEmpty() ? "-" : speed(peers.get(1)),
        EncodeContender.median(product.ratiosTo(bare)),
        peers.isEmpty()
            ? "-"
            : String.format(
                Locale.ROOT,
                "%.2f (1 thr.)",
                EncodeContender.median(product.ratiosTo(peers.getFirst()))));
  }

  private static String speed(EncodeContender contender) {
    return String.format(
        Locale.ROOT, "%.0f (%.0f)", contender.perCpuSecond(), contender.perSecond());
  }
}
