package io.lorecast.bench;

import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.lorecast.encoding.Encoder;
import io.lorecast.encoding.onnx.EncoderSettings;
import io.lorecast.encoding.onnx.TextEncoders;
import io.lorecast.model.Item;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench encode}: what encoding costs. */
@Command(
    name = "encode",
    description = {
      "Texts the default encoder encodes in a second of CPU and of the clock, beside bare runs of"
          + " ONNX Runtime on the same tokens and beside langchain4j, in turns; items as the"
          + " item-added function encodes them; memory, and whether it grows."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EncodeBench implements Callable<Integer> {

  private static final int[] LENGTHS = {8, 16, 32, 64, 126, 254};

  @Option(
      names = "--data",
      description = "the items of this data folder, see docs/data-format.md; else made-up ones")
  private @Nullable Path data;

  @Option(names = "--items", description = "the first so many items (${DEFAULT-VALUE})")
  private int items = 100;

  @Option(names = "--rounds", description = "medians of so many rounds (${DEFAULT-VALUE})")
  private int rounds = 7;

  @Override
  public Integer call() throws Exception {
    EncodeProbe.Figures probe = EncodeProbe.inItsOwnProcess();
    try (BareLoop bare = new BareLoop();
        OrtSession another = bare.session();
        Encoder encoder = TextEncoders.miniLm(EncoderSettings.defaults())) {
      EmbeddingModel oneThread = new Langchain4j(another);
      EmbeddingModel asIs = new AllMiniLmL6V2QuantizedEmbeddingModel();
      List<EncodeRow> rows = new ArrayList<>();
      for (int length : LENGTHS) {
        rows.add(new EncodeRow(length, encoder, bare, oneThread, asIs));
      }
      ItemRounds itemRounds = new ItemRounds(items(), encoder, bare);
      run(rows, itemRounds);
      print(rows, itemRounds, probe);
    }
    return 0;
  }

  private List<Item> items() {
    List<Item> all =
        data == null
            ? new EncodeTexts().items(items)
            : BenchData.read(data, 1, BenchGraph.none).items();
    return all.subList(0, Math.min(items, all.size()));
  }

  private void run(List<EncodeRow> rows, ItemRounds itemRounds) throws Exception {
    List<EncodeContender> all = new ArrayList<>();
    rows.forEach(row -> all.addAll(row.contenders()));
    all.addAll(List.of(itemRounds.function, itemRounds.bare));
    for (EncodeContender contender : all) {
      contender.warmUp();
    }
    for (int round = 0; round < rounds; round++) {
      for (EncodeContender contender : all) {
        contender.round();
      }
    }
  }

  private static void print(
      List<EncodeRow> rows, ItemRounds itemRounds, EncodeProbe.Figures probe) {
    System.out.println(EncodeRow.header());
    rows.forEach(System.out::println);
    double items = EncodeContender.median(itemRounds.function.ratiosTo(itemRounds.bare));
    System.out.printf(
        Locale.ROOT,
        """

        Items as the function encodes them: %.1f per second of CPU (%d runs of the model), %.3f of bare runs
        A process of its own: open after %d ms, %d MB in RAM at the end, grown by %d MB in 10,000 encodes

        """,
        itemRounds.function.perCpuSecond(),
        itemRounds.windows,
        items,
        probe.openMillis(),
        probe.rssMegabytes(),
        probe.growthMegabytes());
    double[] speeds = rows.stream().mapToDouble(row -> row.product.perCpuSecond()).toArray();
    System.out.printf(
        Locale.ROOT,
        "{\"texts_per_cpu_s\": %.1f, \"vs_ort\": %.3f, \"vs_langchain4j\": %.3f,"
            + " \"function_vs_ort\": %.3f, \"rss_mb\": %d, \"growth_mb_10k\": %d}%n",
        EncodeContender.median(speeds),
        ratio(rows, row -> Stream.of(row.bare)),
        ratio(rows, row -> row.peers.stream().limit(1)),
        items,
        probe.rssMegabytes(),
        probe.growthMegabytes());
  }

  /** Returns the median over all rounds and lengths of the product's ratio to {@code other}. */
  private static double ratio(
      List<EncodeRow> rows, Function<EncodeRow, Stream<EncodeContender>> other) {
    return EncodeContender.median(
        rows.stream()
            .flatMap(row -> other.apply(row).map(row.product::ratiosTo))
            .flatMapToDouble(Arrays::stream)
            .toArray());
  }
}
