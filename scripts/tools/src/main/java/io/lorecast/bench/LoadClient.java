package io.lorecast.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Keeps so many requests under way at a time, and times them. */
final class LoadClient implements AutoCloseable {

  /**
   * What was measured.
   *
   * @param perSecond answers in a second
   * @param p50 median time of a request, milliseconds
   * @param p99 99th percentile of it
   * @param failed requests that were not answered with 2xx
   */
  record Load(double perSecond, double p50, double p99, int failed) {}

  private final URI address;
  private final int inFlight;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  LoadClient(URI address, int inFlight) {
    this.address = address;
    this.inFlight = inFlight;
  }

  Load get(String path, int count) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).GET().build();
    return run(count, i -> request);
  }

  Load post(String path, int first, int count, IntFunction<String> bodies)
      throws InterruptedException {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(address.resolve(path)).header("content-type", "application/json");
    return run(
        count, i -> post.copy().POST(BodyPublishers.ofString(bodies.apply(first + i))).build());
  }

  private Load run(int count, IntFunction<HttpRequest> requests) throws InterruptedException {
    Semaphore slots = new Semaphore(inFlight);
    AtomicInteger failed = new AtomicInteger();
    long[] nanos = new long[count];
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      slots.acquire();
      int number = i;
      long sent = System.nanoTime();
      var unused =
          http.sendAsync(requests.apply(i), BodyHandlers.discarding())
              .whenComplete(
                  (response, failure) -> {
                    nanos[number] = System.nanoTime() - sent;
                    if (failure != null || response.statusCode() / 100 != 2) {
                      failed.incrementAndGet();
                    }
                    slots.release();
                  });
    }
    slots.acquire(inFlight);
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    return new Load(
        count / seconds, millis(nanos[count / 2]), millis(nanos[count * 99 / 100]), failed.get());
  }

  private static double millis(long nanos) {
    return Math.round(nanos / 1e4) / 1e2;
  }

  @Override
  public void close() {
    http.close();
  }
}
