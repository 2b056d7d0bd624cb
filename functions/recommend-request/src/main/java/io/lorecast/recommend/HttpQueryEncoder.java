package io.lorecast.recommend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.events.EncodeQuery;
import io.lorecast.events.QueryEncoded;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the encode-query function over HTTP. What takes too long or fails is tried once more, and
 * then fails: a search waits for somebody. Thread-safe.
 */
@RegisterForReflection(targets = {EncodeQuery.class, QueryEncoded.class})
public final class HttpQueryEncoder implements QueryEncoder {

  private static final int OK = 200;
  private static final Duration WAIT = Duration.ofMillis(50);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final Optional<String> key;
  private final Duration timeout;
  private final ObjectMapper json;

  /**
   * Creates an encoder.
   *
   * @param address of the function, for example {@code http://item-added:8080/encode-query}
   * @param key what the function asks its callers for, if it does
   * @param timeout of one try
   */
  public HttpQueryEncoder(URI address, Optional<String> key, Duration timeout, ObjectMapper json) {
    this.address = address;
    this.key = key;
    this.timeout = timeout;
    this.json = json;
  }

  @Override
  public Uni<QueryEncoded> encode(EncodeQuery query) {
    return Uni.createFrom()
        .completionStage(() -> client.sendAsync(request(query), BodyHandlers.ofString()))
        .map(this::read)
        .onFailure()
        .retry()
        .withBackOff(WAIT)
        .atMost(1);
  }

  private HttpRequest request(EncodeQuery query) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(text(query)));
    key.ifPresent(shown -> request.header("x-api-key", shown));
    return request.build();
  }

  private String text(EncodeQuery query) {
    try {
      return json.writeValueAsString(query);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private QueryEncoded read(HttpResponse<String> response) {
    if (response.statusCode() != OK) {
      throw new UncheckedIOException(
          new IOException("encode-query answered " + response.statusCode()));
    }
    try {
      return json.readValue(response.body(), QueryEncoded.class);
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
