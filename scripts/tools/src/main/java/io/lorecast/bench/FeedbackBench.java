package io.lorecast.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench feedback}: how many feedback events a second one process takes. */
@Command(
    name = "feedback",
    description = {
      "Feedback over HTTP: starts the whole product on this machine, with nothing in it, and posts"
          + " feedback, each event answered when log and counters have it; beside it, the same"
          + " client asking the same server for its liveness, which touches no store."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FeedbackBench implements Callable<Integer> {

  private static final int USERS = 2_000;
  private static final int ITEMS = 2_000;

  @Option(names = "--events", description = "feedback events measured (${DEFAULT-VALUE})")
  private int events = 30_000;

  @Option(names = "--warm-up", description = "events sent before (${DEFAULT-VALUE})")
  private int warmUp = 10_000;

  @Option(names = "--in-flight", description = "requests under way at a time (${DEFAULT-VALUE})")
  private int inFlight = 64;

  @Option(names = "--on-disk", description = "the record is kept on disk, not in memory")
  private boolean onDisk;

  @Override
  public Integer call() throws Exception {
    try (LocalStack stack = LocalStack.start(onDisk);
        LoadClient client = new LoadClient(stack.address(), inFlight)) {
      Random random = new Random(1);
      IntFunction<String> feedback = i -> feedback(i, random);
      client.post("/feedback", 0, warmUp, feedback);
      LoadClient.Load bare = client.get("/q/health/live", events);
      LoadClient.Load load = client.post("/feedback", warmUp, events, feedback);
      long stored = stack.status().path("interactions").longValue();
      report(bare, load, stored);
      return stored == warmUp + events && load.failed() == 0 ? 0 : 1;
    }
  }

  /** Popular and rare items as shops have them: the square of a uniform number. */
  private static String feedback(int number, Random random) {
    double uniform = random.nextDouble();
    return "{\"feedbackId\":\"b-%d\",\"userId\":\"u-%d\",\"itemId\":\"i-%d\",\"kind\":\"%s\"}"
        .formatted(
            number,
            random.nextInt(USERS),
            (int) (uniform * uniform * ITEMS),
            random.nextInt(4) == 0 ? "like" : "view");
  }

  private void report(LoadClient.Load bare, LoadClient.Load load, long stored) throws Exception {
    String row = "%-22s %9.0f %8.1f %8.1f %8d%n";
    System.out.printf(
        Locale.ROOT,
        "%n%d in flight, record %s, client on the same machine, %d processors%n%n%-22s %9s %8s %8s"
            + " %8s%n",
        inFlight,
        onDisk ? "on disk" : "in memory",
        Runtime.getRuntime().availableProcessors(),
        "",
        "per s",
        "p50 ms",
        "p99 ms",
        "failed");
    System.out.printf(
        Locale.ROOT, row, "liveness (no store)", bare.perSecond(), bare.p50(), bare.p99(), 0);
    System.out.printf(
        Locale.ROOT, row, "feedback", load.perSecond(), load.p50(), load.p99(), load.failed());
    System.out.printf("%nsent %d, stored %d%n%n", warmUp + events, stored);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("events_per_s", Math.round(load.perSecond()));
    json.put("bare_per_s", Math.round(bare.perSecond()));
    json.put("p50_ms", load.p50());
    json.put("p99_ms", load.p99());
    json.put("lost", warmUp + events - stored);
    System.out.println(new ObjectMapper().writeValueAsString(json));
  }
}
