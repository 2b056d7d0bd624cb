package io.lorecast.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lorecast.events.EncodeQuery;
import io.lorecast.events.QueryEncoded;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that fails as it is told to; EndToEndIT asks the real function. */
class HttpQueryEncoderTest {

  private static final EncodeQuery QUERY = new EncodeQuery("whales", "en");

  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final List<String> received = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/encode-query", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theFunctionIsAskedWithTheKey() {
    statuses.add(200);

    QueryEncoded encoded = ask(Optional.of("secret"));

    assertThat(encoded).isEqualTo(new QueryEncoded("whales", "space", List.of(.5f, -1f)));
    assertThat(received).containsExactly("secret {\"query\":\"whales\",\"language\":\"en\"}");
  }

  @Test
  void whatFailsOnceIsTriedAgain() {
    statuses.addAll(List.of(503, 200));

    assertThat(ask(Optional.empty()).space()).isEqualTo("space");
    assertThat(received).hasSize(2);
  }

  @Test
  void whatFailsTwiceFails() {
    statuses.addAll(List.of(500, 503, 200));

    assertThatThrownBy(() -> ask(Optional.empty())).hasMessageContaining("answered 503");
    assertThat(received).hasSize(2);
  }

  @Test
  void nobodyThereIsAFailure() {
    server.stop(0);

    assertThatThrownBy(() -> ask(Optional.empty())).isNotNull();
  }

  private QueryEncoded ask(Optional<String> key) {
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/encode-query");
    return new HttpQueryEncoder(address, key, Duration.ofSeconds(20), new ObjectMapper())
        .encode(QUERY)
        .await()
        .indefinitely();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("x-api-key");
    received.add(
        key + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body =
        "{\"query\":\"whales\",\"space\":\"space\",\"values\":[0.5,-1]}"
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(statuses.remove(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
