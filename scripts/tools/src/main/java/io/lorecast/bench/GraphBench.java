package io.lorecast.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench graph}: a large graph through the functions. */
@Command(
    name = "graph",
    description = {
      "A synthetic graph over HTTP: starts the whole product on this machine, its record in memory,"
          + " imports the graph by kg-updated events of some 480 edges, changes a node with 1,000"
          + " dependants and a hub that every item has, and rebuilds the hot state."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class GraphBench implements Callable<Integer> {

  @Option(names = "--items", description = "items, of twenty edges each (${DEFAULT-VALUE})")
  private int items = 50_000;

  @Option(names = "--seed", description = "draws the edges (${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(names = "--in-flight", description = "events under way at a time (${DEFAULT-VALUE})")
  private int inFlight = 8;

  @Override
  public Integer call() throws Exception {
    SyntheticGraph graph = new SyntheticGraph(items, seed);
    try (LocalStack stack = LocalStack.startForLong();
        GraphRun run = new GraphRun(graph, stack.address(), stack.stores())) {
      say("%,d items and their contents are put in place", items);
      new SyntheticCatalogue(graph, stack.stores()).prepare();
      run.recommend(); // takes the catalogue over
      GraphFigures figures = measure(graph, stack, run);
      System.out.println(new ObjectMapper().writeValueAsString(figures));
    }
    return 0;
  }

  private GraphFigures measure(SyntheticGraph graph, LocalStack stack, GraphRun run)
      throws Exception {
    say("%,d edges are imported", graph.edges());
    Costs costs = new Costs(stack);
    double perSecond = run.importEdges(inFlight, done -> say("%,12d", done));
    double share = costs.share();
    say("%.0f edges/s; processor seconds: %s", perSecond, costs.spent());
    double drained = run.drain();
    say("what they touched is refreshed %.1f s later; changes of 1,000 items", drained);
    double[] team = run.team(SyntheticGraph.TEAM_NODE);
    double[] untold = run.team(SyntheticGraph.UNTOLD_NODE);
    say("%.0f ms, and the next request %.0f ms", team[0], team[1]);
    say("%.0f ms and %.0f ms where none of them has text; the hub", untold[0], untold[1]);
    double[] hub = run.hub();
    say("%.1f s, changes meanwhile at most %.0f ms; memory, rebuild", hub[0], hub[1]);
    long heap = stack.heapMegabytes();
    double rebuilt = run.rebuild();
    say("%d MB; rebuilt in %.1f s", heap, rebuilt);
    return new GraphFigures(
        rounded(team[0]),
        rounded(team[1]),
        rounded(untold[0]),
        rounded(hub[0]),
        items,
        rounded(hub[1]),
        Math.round(perSecond),
        share,
        rounded(drained),
        heap,
        rounded(rebuilt),
        graph.edges());
  }

  /** The processor time that a step takes. */
  private static final class Costs {

    private final LocalStack stack;
    private final Map<String, Double> before;
    private final double ownBefore = ProcessCost.cpuSeconds();

    Costs(LocalStack stack) {
      this.stack = stack;
      this.before = stack.processorSeconds();
    }

    /** Returns the seconds since the beginning by process, this client among them. */
    Map<String, Double> spent() {
      Map<String, Double> spent = new TreeMap<>(stack.processorSeconds());
      spent.replaceAll((name, now) -> rounded(now - before.getOrDefault(name, 0.0)));
      spent.put("client", rounded(ProcessCost.cpuSeconds() - ownBefore));
      return spent;
    }

    double share() {
      Map<String, Double> spent = spent();
      double all = spent.values().stream().mapToDouble(Double::doubleValue).sum();
      return Math.round(spent.getOrDefault(LocalStack.DYNAMO_LOCAL, 0.0) / all * 100) / 100.0;
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
