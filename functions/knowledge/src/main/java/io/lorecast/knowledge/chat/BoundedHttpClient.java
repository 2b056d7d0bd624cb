package io.lorecast.knowledge.chat;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * LangChain4j's way to a server, over the JDK's client. Beside the library's own it bounds answers,
 * which come from elsewhere, and keeps {@code Retry-After}. It follows no redirects. Thread-safe.
 */
final class BoundedHttpClient implements HttpClient {

  private static final long MOST_BYTES = 1 << 20;

  private final java.net.http.HttpClient client;
  private final Duration timeout;

  private BoundedHttpClient(Duration connecting, Duration timeout) {
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(connecting)
            .build();
    this.timeout = timeout;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(
              translated(request), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
      if (response.statusCode() / 100 != 2) {
        throw new HttpFailure(response.statusCode(), response.headers(), response.body());
      }
      return SuccessfulHttpResponse.builder()
          .statusCode(response.statusCode())
          .headers(response.headers().map())
          .body(response.body())
          .build();
    } catch (HttpTimeoutException late) {
      throw new TimeoutException(late);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new TimeoutException(ended);
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("answers are read whole");
  }

  private java.net.http.HttpRequest translated(HttpRequest request) {
    java.net.http.HttpRequest.Builder translated =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .timeout(timeout)
            .method(request.method().name(), BodyPublishers.ofString(request.body()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
    return translated.build();
  }

  /** Makes such clients. */
  static final class Builder implements HttpClientBuilder {

    private Duration connecting = Duration.ofSeconds(10);
    private Duration reading = Duration.ofMinutes(1);

    @Override
    public Duration connectTimeout() {
      return connecting;
    }

    @Override
    public Builder connectTimeout(Duration timeout) {
      this.connecting = timeout;
      return this;
    }

    @Override
    public Duration readTimeout() {
      return reading;
    }

    @Override
    public Builder readTimeout(Duration timeout) {
      this.reading = timeout;
      return this;
    }

    @Override
    public BoundedHttpClient build() {
      return new BoundedHttpClient(connecting, reading);
    }
  }
}
