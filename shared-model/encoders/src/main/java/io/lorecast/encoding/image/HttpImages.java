package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Images on the web. Each redirect is judged as a location of its own. */
final class HttpImages implements AutoCloseable {

  private static final int MOST_REDIRECTS = 5;
  private static final int OK = 200;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);
  private static final int SERVER_ERROR = 500;

  private final AllowedHosts hosts;
  private final long limit;
  private final Duration timeout;
  private final HttpClient client;

  HttpImages(AllowedHosts hosts, long limit, Duration timeout) {
    this.hosts = hosts;
    this.limit = limit;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(timeout).build();
  }

  byte[] read(URI location) {
    // One time limit for names, connections, redirects and the body's last byte.
    FutureTask<byte[]> fetch = new FutureTask<>(() -> follow(location));
    Thread.startVirtualThread(fetch);
    try {
      return fetch.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw unreachable(location, "nothing whole in " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ImageException refusal
          ? refusal
          : unreachable(location, String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(location, "an interruption", e);
    } finally {
      fetch.cancel(true);
    }
  }

  private byte[] follow(URI location) throws IOException, InterruptedException {
    URI next = location;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      hosts.require(next);
      HttpRequest request = HttpRequest.newBuilder(next).header("Accept", "image/*").build();
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (!REDIRECTS.contains(response.statusCode())) {
          return content(response, body);
        }
        next = target(response);
      }
    }
    throw new ImageException(
        Reason.NOT_ALLOWED, ImageSources.FIELD, "at most " + MOST_REDIRECTS + " redirects", "more");
  }

  private static URI target(HttpResponse<?> response) {
    String location = response.headers().firstValue("Location").orElse("");
    try {
      URI target = response.uri().resolve(location);
      String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
      // From https only to https: who sees the second request could change the image.
      if (scheme.equals("https") || scheme.equals(response.uri().getScheme())) {
        return target;
      }
    } catch (IllegalArgumentException e) {
      throw refusedRedirect("to something that is no URI", e);
    }
    throw refusedRedirect("to another scheme", null);
  }

  private static ImageException refusedRedirect(String found, @Nullable Throwable cause) {
    return new ImageException(
        Reason.NOT_ALLOWED, ImageSources.FIELD, "a redirect to https", found, cause);
  }

  private byte[] content(HttpResponse<?> response, InputStream body) throws IOException {
    requireOk(response);
    long declared = response.headers().firstValueAsLong("Content-Length").orElse(0);
    if (declared > limit) {
      throw ImageSources.tooManyBytes(limit, String.valueOf(declared));
    }
    byte[] bytes = body.readNBytes((int) limit + 1);
    if (bytes.length > limit) {
      throw ImageSources.tooManyBytes(limit, "more than " + limit);
    }
    return bytes;
  }

  private static void requireOk(HttpResponse<?> response) {
    int status = response.statusCode();
    if (status >= SERVER_ERROR || TRY_AGAIN.contains(status)) {
      throw unreachable(response.uri(), "status " + status, null);
    }
    if (status != OK) {
      throw new ImageException(
          Reason.MISSING, ImageSources.FIELD, "status 200", "status " + status);
    }
  }

  private static ImageException unreachable(URI location, String found, @Nullable Throwable cause) {
    return new ImageException(
        Reason.UNREACHABLE,
        ImageSources.FIELD,
        "an image from " + location.getHost(),
        found,
        cause);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
