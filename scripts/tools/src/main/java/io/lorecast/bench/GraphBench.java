package io.lorecast.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
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
    try (LocalStack stack = LocalStack.start(false);
        GraphRun run = new GraphRun(graph, stack.address(), stack.stores())) {
      say("%,d items and their contents are put in place", items);
      run.prepare();
      say("%,d edges are imported", run.edges());
      double perSecond = run.importEdges(inFlight);
      say("%.0f edges/s; what they touched is refreshed", perSecond);
      double drained = run.drain();
      say("refreshed in %.1f s; a change with 1,000 dependants, and the next request", drained);
      run.recommend(); // takes the catalogue over
      double[] team = run.team();
      say("%.0f ms and %.0f ms; a change of the hub", team[0], team[1]);
      double[] hub = run.hub();
      say("%.1f s, changes meanwhile at most %.0f ms; memory, rebuild", hub[0], hub[1]);
      long heap = stack.heapMegabytes();
      double rebuilt = run.rebuild();
      say("%d MB; rebuilt in %.1f s", heap, rebuilt);
      System.out.println(
          new ObjectMapper()
              .writeValueAsString(
                  new GraphFigures(
                      rounded(team[0]),
                      rounded(team[1]),
                      rounded(hub[0]),
                      items,
                      rounded(hub[1]),
                      Math.round(perSecond),
                      rounded(drained),
                      heap,
                      rounded(rebuilt),
                      run.edges())));
    }
    return 0;
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
