package io.lorecast.bindings;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Speaks HTTP by hand: clients hide what happens before a body is sent. The limit is 64 KiB here.
 */
@QuarkusTest
class BodyLimitTest {

  private static final String JSON = "content-type: application/json\r\n";
  private static final int LIMIT = 64 * 1024;

  /** So that a server that never answers fails the test instead of holding it up. */
  private static final int SILENCE_MILLIS = 60_000;

  @TestHTTPResource("/")
  URI address;

  @Inject TestFunctions functions;

  @BeforeEach
  void forget() {
    functions.forget();
  }

  @Test
  void bodyThatSaysItIsTooLargeIsRefusedUnread() throws IOException {
    assertRefused(exchange(JSON + "content-length: " + (LIMIT + 1) + "\r\n\r\n", ""));
  }

  @Test
  void bodyThatWantsToBeAskedForIsRefusedBeforeItIsSent() throws IOException {
    String headers = JSON + "content-length: 99999999\r\nexpect: 100-continue\r\n\r\n";

    assertRefused(exchange(headers, ""));
  }

  @Test
  void bodyThatDoesNotSayHowLargeItIsIsRefusedWhenItIsTooLarge() throws IOException {
    String chunk = "8000\r\n" + "a".repeat(0x8000) + "\r\n";

    assertRefused(exchange(JSON + "transfer-encoding: chunked\r\n\r\n", chunk.repeat(3)));
  }

  @Test
  void bodyThatWantsToBeAskedForIsAskedForAndRead() throws IOException {
    String body = Samples.text("item-removed/ordinary");
    String headers =
        JSON
            + "connection: close\r\ncontent-length: "
            + body.length()
            + "\r\nexpect: 100-continue\r\n\r\n";

    String answer = exchange(headers, body);

    assertThat(answer).startsWith("HTTP/1.1 100 Continue").contains("HTTP/1.1 204 No Content");
    assertThat(functions.inputs).hasSize(1);
  }

  private void assertRefused(String answer) {
    assertThat(answer)
        .startsWith("HTTP/1.1 413 ")
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("connection: close")
        .contains("\"title\":\"Content too large\"");
    assertThat(functions.inputs).isEmpty();
  }

  /** Sends a request and returns all that comes back until the server closes the connection. */
  private String exchange(String headers, String body) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(SILENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      String start = "POST /item-removed HTTP/1.1\r\nhost: localhost\r\n";
      out.write((start + headers + body).getBytes(US_ASCII));
      out.flush();
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      return in.lines().collect(Collectors.joining("\n"));
    }
  }
}
