package io.lorecast.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lorecast.bench.StartedFunction.Cost;
import io.lorecast.local.DynamoDbLocal;
import io.lorecast.local.Placement;
import io.lorecast.local.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench startup}: how soon a function answers its first event. */
@Command(
    name = "startup",
    description = {
      "From the start of a process to its first answered event, on a real Redis and DynamoDB Local:"
          + " each light function as fast-jar, as aot-jar with an AOT cache that one event has"
          + " trained, and as native executable, where there is one. In turns; medians."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class StartupBench implements Callable<Integer> {

  private static final String FAST = "fast-jar";
  private static final String AOT = "aot-jar";
  private static final String NATIVE = "native";
  private static final String CACHE = "app.aot";

  @Option(names = "--functions", split = ",", description = "which (${DEFAULT-VALUE})")
  private List<String> functions = List.of("feedback", "kg-updated", "recommend-request");

  @Option(names = "--runs", description = "starts of each (${DEFAULT-VALUE})")
  private int runs = 7;

  @Option(
      names = "--native",
      split = ",",
      paramLabel = "FILE|DIR",
      description =
          "native executables, or folders that hold them, each with its function's name (those in"
              + " functions/*/target)")
  private List<Path> named = List.of();

  @Option(
      names = "--packages",
      paramLabel = "DIR",
      description = "where the jars of an earlier run are, or are left for a later one")
  private @Nullable Path kept;

  private final Map<String, Map<String, List<Cost>>> costs = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    Path work = kept == null ? Files.createTempDirectory("lorecast-startup") : kept;
    FunctionPackages packages = new FunctionPackages(Files.createDirectories(work));
    packages.provide(FAST, functions);
    packages.provide(AOT, functions);
    Map<String, Path> executables =
        NativeExecutables.find(named, FunctionPackages.modules(), functions);
    try (RedisServer redis = RedisServer.start(Placement.inMemory());
        DynamoDbLocal dynamo = DynamoDbLocal.start(Placement.inMemory())) {
      StartedFunction started = new StartedFunction(redis, dynamo);
      for (String function : functions) {
        Path folder = packages.folder(AOT, function);
        started.measure(function, java(folder, "-XX:AOTCacheOutput=" + folder.resolve(CACHE)));
        requireCache(folder.resolve(CACHE));
      }
      for (int run = 0; run < runs; run++) {
        for (String function : functions) {
          note(FAST, function, started.measure(function, java(packages.folder(FAST, function))));
          Path folder = packages.folder(AOT, function);
          note(
              AOT,
              function,
              started.measure(function, java(folder, "-XX:AOTCache=" + folder.resolve(CACHE))));
          Path executable = executables.get(function);
          if (executable != null) {
            note(NATIVE, function, started.measure(function, program(executable)));
          }
        }
      }
    }
    report();
    return 0;
  }

  private static List<String> program(Path executable) {
    return List.of(executable.toString(), "-Xmx128m", "-Xmn8m");
  }

  private static List<String> java(Path folder, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", FunctionPackages.runner(folder).toString()));
    return command;
  }

  /** Without a cache the JVM starts all the same, and the figures would be those of no cache. */
  private static void requireCache(Path cache) throws IOException {
    if (!Files.isRegularFile(cache)) {
      throw new IOException("the training left no AOT cache " + cache);
    }
  }

  private void note(String kind, String function, Cost cost) {
    costs
        .computeIfAbsent(function, unused -> new LinkedHashMap<>())
        .computeIfAbsent(kind, unused -> new ArrayList<>())
        .add(cost);
  }

  private void report() throws IOException {
    System.out.printf("%nmedians of %d starts, in turns%n%n", runs);
    System.out.printf("%-20s %-10s %8s %8s %8s%n", "", "", "wall s", "CPU s", "RSS MiB");
    ObjectNode each = new ObjectMapper().createObjectNode();
    costs.forEach(
        (function, kinds) ->
            kinds.forEach(
                (kind, all) -> {
                  double wall = median(all, Cost::wall);
                  double cpu = median(all, Cost::cpu);
                  double resident = median(all, Cost::resident);
                  System.out.printf(
                      Locale.ROOT,
                      "%-20s %-10s %8.2f %8.2f %8.0f%n",
                      function,
                      kind,
                      wall,
                      cpu,
                      resident);
                  each.withObject("/" + function + "/" + kind)
                      .put("wall_s", wall)
                      .put("cpu_s", cpu)
                      .put("rss_mb", resident);
                }));
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("aot_vs_fastjar", worst(AOT));
    if (costs.values().stream().anyMatch(kinds -> kinds.containsKey(NATIVE))) {
      json.put("native_vs_fastjar", worst(NATIVE));
      json.put("native_rss_mb", largest(NATIVE));
    } else {
      json.putNull("native_vs_fastjar").putNull("native_rss_mb");
    }
    json.set("functions", each);
    System.out.printf("%n%s%n", json);
  }

  /**
   * Returns the largest share, over the functions, of a fast-jar's start that {@code kind} takes.
   */
  private double worst(String kind) {
    return costs.values().stream()
        .filter(kinds -> kinds.containsKey(kind))
        .mapToDouble(
            kinds -> median(of(kinds, kind), Cost::wall) / median(of(kinds, FAST), Cost::wall))
        .max()
        .orElseThrow();
  }

  private double largest(String kind) {
    return costs.values().stream()
        .filter(kinds -> kinds.containsKey(kind))
        .mapToDouble(kinds -> median(of(kinds, kind), Cost::resident))
        .max()
        .orElseThrow();
  }

  private static List<Cost> of(Map<String, List<Cost>> kinds, String kind) {
    return Objects.requireNonNull(kinds.get(kind), kind);
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
    double[] sorted = costs.stream().mapToDouble(part).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
