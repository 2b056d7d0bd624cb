package io.lorecast.bench;

import io.lorecast.evaluation.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench ablation}: what texts, knowledge graph and images are worth. */
@Command(
    name = "ablation",
    description = {
      "Ablation: the product is told nothing of the items, their texts, their edges, their images,"
          + " or all; several seeds, each with other cold items (or another order within a"
          + " second).",
      "The last lines are JSON, one object for each variant."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AblationBench implements Callable<Integer> {

  private static final String NO_IMAGES =
      "needs an image model (scripts/models get nsfw-mobilenet) and posters in the data folder";

  @Option(names = "--data", required = true, description = "a data folder, see docs/data-format.md")
  private Path data = Path.of(".");

  @Option(names = "--on", description = "measured on: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private AblationRun.On on = AblationRun.On.COLD;

  @Option(names = "--events", description = "only the first so many events")
  private int events = Integer.MAX_VALUE;

  @Option(names = "--seeds", description = "so many seeds, from 1 on (${DEFAULT-VALUE})")
  private int seeds = 5;

  @Option(
      names = "--variants",
      split = ",",
      defaultValue = "NONE,TEXT,KG,IMAGE,ALL",
      description = "of ${COMPLETION-CANDIDATES} (all)")
  private List<Variant> variants = List.of();

  @Option(
      names = "--model",
      description = "an image model's folder (${DEFAULT-VALUE}); see scripts/models",
      defaultValue = "models/nsfw-mobilenet")
  private Path model = Path.of(".");

  @Option(names = "--plots", description = "a folder for the bars as PNG and SVG")
  private @Nullable Path plots;

  @Override
  public Integer call() {
    Variant.Sources sources =
        new Variant.Sources(
            ContentVectors.of(BenchData.read(data, 1).items()),
            Files.isDirectory(model) ? ImageVectors.of(data, model) : Map.of());
    AblationRun run = new AblationRun(on, sources);
    for (long seed = 1; seed <= seeds; seed++) {
      BenchData read = BenchData.read(data, seed).first(events);
      for (Variant variant : variants) {
        if (!variant.needsImages() || !sources.images().isEmpty()) {
          run.add(variant, read, seed);
        }
      }
    }
    print(run.samples(), sources);
    return 0;
  }

  private void print(Map<Variant, Map<String, Sample>> samples, Variant.Sources sources) {
    System.out.printf(
        "%n%d seeds, mean and deviation; %d items with texts, %d with images%n%n",
        seeds, sources.texts().size(), sources.images().size());
    for (Variant variant : variants) {
      System.out.printf("%-8s", variant.title());
      samples
          .getOrDefault(variant, Map.of())
          .forEach(
              (metric, sample) ->
                  System.out.printf(
                      Locale.ROOT, "  %s %.4f +-%.4f", metric, sample.mean(), sample.deviation()));
      System.out.println(samples.containsKey(variant) ? "" : "  not run: " + NO_IMAGES);
    }
    if (plots != null) {
      plot(samples, plots);
    }
    System.out.println();
    for (Variant variant : variants) {
      System.out.println(json(variant, samples.getOrDefault(variant, Map.of()), sources));
    }
  }

  private void plot(Map<Variant, Map<String, Sample>> samples, Path folder) {
    String metric = on == AblationRun.On.COLD ? "recall20" : "hr20";
    Map<String, Sample> bars = new LinkedHashMap<>();
    samples.forEach(
        (variant, metrics) ->
            bars.put(variant.title(), metrics.getOrDefault(metric, new Sample(1, 0, 0))));
    String name = "ablation-" + on.name().toLowerCase(Locale.ROOT);
    Plot.bars("What the product is told of the items", metric, bars).save(folder, name);
  }

  private String json(Variant variant, Map<String, Sample> metrics, Variant.Sources sources) {
    StringBuilder json = new StringBuilder("{\"variant\": \"" + variant.title() + "\"");
    if (metrics.isEmpty()) {
      return json + ", \"not_run\": \"" + NO_IMAGES + "\"}";
    }
    metrics.forEach(
        (metric, sample) ->
            json.append(
                String.format(
                    Locale.ROOT,
                    ", \"%s\": %.4f, \"%s_deviation\": %.4f",
                    metric,
                    sample.mean(),
                    metric,
                    sample.deviation())));
    return json + ", \"seeds\": " + seeds + ", \"images\": " + !sources.images().isEmpty() + "}";
  }
}
