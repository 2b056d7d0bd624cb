package io.lorecast.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lorecast.events.EdgeChange;
import io.lorecast.events.KgUpdated;
import io.lorecast.store.RefreshQueue;
import io.lorecast.store.layered.Stores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** The steps of {@code scripts/bench graph} on a running product. */
final class GraphRun implements AutoCloseable {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  /** So many items have just under 500 edges, the most that an event may have. */
  private static final int ITEMS_AN_EVENT = 23;

  private static final int TIMES = 11;
  private static final int POLL_MILLIS = 10;

  private final SyntheticGraph graph;
  private final URI address;
  private final RefreshQueue queue;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  GraphRun(SyntheticGraph graph, URI address, Stores stores) {
    this.graph = graph;
    this.address = address;
    this.queue = stores.refreshes();
  }

  /**
   * Returns how many edges a second were answered.
   *
   * @param progress is told how many edges have been, ten times
   */
  double importEdges(int inFlight, LongConsumer progress) throws InterruptedException {
    int events = (graph.items() + ITEMS_AN_EVENT - 1) / ITEMS_AN_EVENT;
    int part = Math.max(1, events / 10);
    long start = System.nanoTime();
    try (LoadClient client = new LoadClient(address, inFlight)) {
      for (int first = 0; first < events; first += part) {
        int count = Math.min(part, events - first);
        LoadClient.Load load = client.post("/kg-updated", first, count, this::event);
        if (load.failed() > 0) {
          throw new IllegalStateException(load.failed() + " events of the import failed");
        }
        progress.accept(graph.edges() * (first + count) / events);
      }
    }
    return graph.edges() / ((System.nanoTime() - start) / 1e9);
  }

  private String event(int number) {
    return json(graph.change(number * ITEMS_AN_EVENT, (number + 1) * ITEMS_AN_EVENT - 1));
  }

  /** Returns the seconds until nothing is queued any more. */
  double drain() throws InterruptedException {
    long start = System.nanoTime();
    while (queue.size().await().indefinitely() > 0) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Returns the median milliseconds of a change of {@code node}, and of the next request. */
  double[] team(String node) throws IOException, InterruptedException {
    double[] refresh = new double[TIMES];
    double[] visible = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      refresh[i] = millis("/kg-updated", json(joined("item:newcomer-" + i, node)));
      visible[i] = recommend();
    }
    return new double[] {median(refresh), median(visible)};
  }

  /** Returns the milliseconds of one request for recommendations. */
  double recommend() throws IOException, InterruptedException {
    return millis("/recommend-request", "{\"userId\":\"nobody\",\"k\":5}");
  }

  /** Returns the seconds that the hub takes, and the longest milliseconds of a change meanwhile. */
  double[] hub() throws IOException, InterruptedException {
    long start = System.nanoTime();
    post("/kg-updated", json(joined("item:newcomer-0", SyntheticGraph.HUB)));
    List<Double> meanwhile = new ArrayList<>();
    for (int i = 0; queue.size().await().indefinitely() > 0; i++) {
      meanwhile.add(millis("/kg-updated", json(joined("item:elsewhere-" + i, "quiet:" + i))));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double longest = meanwhile.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return new double[] {seconds, longest};
  }

  /** Returns the seconds of a rebuild of the hot state. */
  double rebuild() throws IOException, InterruptedException {
    return millis("/model-refresh", "{\"refreshId\":\"bench\",\"rebuild\":true}") / 1e3;
  }

  private static KgUpdated joined(String item, String node) {
    String changeId = "bench-" + item + "-" + node;
    return new KgUpdated(changeId, List.of(new EdgeChange(item, "joins", node, null)), null);
  }

  private double millis(String path, String body) throws IOException, InterruptedException {
    long start = System.nanoTime();
    post(path, body);
    return (System.nanoTime() - start) / 1e6;
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static String json(KgUpdated change) {
    try {
      return JSON.writeValueAsString(change);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("an event can always be written", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
