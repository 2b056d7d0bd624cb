package io.lorecast.encoding.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server on this machine. */
class HttpImagesTest {

  private static final int LIMIT = 1000;

  private TestImageServer server;
  private String base;

  @BeforeEach
  void start() throws IOException {
    server = new TestImageServer(LIMIT);
    base = server.base();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anImageOfTheLargestSizeIsFetched() {
    assertThat(read(base + "/image", "localhost")).hasSize(LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/large", "/endless"})
  void aLargerOneIsRefusedWhetherItSaysItsLengthOrNot(String path) {
    assertThat(reason(base + path, "localhost")).isEqualTo(Reason.TOO_MANY_BYTES);
  }

  @Test
  void hostsThatAreNotAllowedAreNotAsked() {
    assertThatThrownBy(() -> read(base + "/image", "images.example.com"))
        .isInstanceOf(ImageException.class)
        .hasMessage("location: expected a host among those allowed, found 'localhost'");
    assertThat(reason(base + "/image", "*.localhost")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(reason("http:///image", "localhost")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(server.asked()).isZero();
  }

  @Test
  void aPrivateAddressIsOnlyAskedWhereItsHostIsNamedInFull() {
    String literal = base.replace("localhost", "127.0.0.1");

    assertThat(reason(literal + "/image", "*.0.0.1")).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(server.asked()).isZero();
    assertThat(read(literal + "/image", "127.0.0.1")).hasSize(LIMIT);
  }

  @Test
  void redirectsAreFollowedAsFarAsTheyAreAllowed() {
    assertThat(read(base + "/redirect?/image", "localhost")).hasSize(LIMIT);
    assertThat(read(base + "/redirect?/redirect?/image", "LOCALHOST.")).hasSize(LIMIT);
    assertThat(reason(base + "/redirect?" + loopback("/image"), "localhost"))
        .isEqualTo(Reason.NOT_ALLOWED);
    assertThat(read(base + "/redirect?" + loopback("/image"), "localhost", "127.0.0.1"))
        .hasSize(LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://localhost/", "http://a b"})
  void redirectsOutOfTheWebAreRefused(String target) {
    assertThat(reason(base + "/redirect?" + target.replace(" ", "%20%25zz"), "localhost"))
        .isEqualTo(Reason.NOT_ALLOWED);
  }

  @Test
  void redirectsWithoutEndAreRefused() {
    assertThatThrownBy(() -> read(base + "/redirect?loop", "localhost"))
        .hasMessage("location: expected at most 5 redirects, found more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/silent", "/slow"})
  void aServerThatTakesTooLongIsGivenUpAndWorthAnotherTry(String path) {
    ImageException late =
        catchThrowableOfType(
            ImageException.class,
            () -> read(base + path, Duration.ofMillis(300), List.of("localhost")));

    assertThat(late)
        .hasMessage("location: expected an image from localhost, found nothing whole in 300 ms");
    assertThat(late.isTransient()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "404, MISSING",
    "410, MISSING",
    "403, MISSING",
    "204, MISSING",
    "304, MISSING",
    "429, UNREACHABLE",
    "408, UNREACHABLE",
    "500, UNREACHABLE",
    "503, UNREACHABLE"
  })
  void theStatusSaysWhetherAnotherTryIsWorthIt(int status, Reason reason) {
    assertThat(reason(base + "/status?" + status, "localhost")).isEqualTo(reason);
  }

  @Test
  void aServerThatPromisesMoreThanItSendsIsNotBelieved() throws IOException {
    assertThat(rawReason("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort"))
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void aServerThatPromisesMoreThanTheLimitIsRefusedAtOnce() throws IOException {
    assertThat(rawReason("HTTP/1.1 200 OK\r\nContent-Length: 90000000000\r\n\r\nshort"))
        .isEqualTo(Reason.TOO_MANY_BYTES);
  }

  @Test
  void whereNobodyListensIsWorthAnotherTry() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThat(reason("http://localhost:" + port + "/", "localhost")).isEqualTo(Reason.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "*.", "a.*.com", "http://a"})
  void hostsThatCannotBeMeantStopTheStart(String host) {
    assertThatThrownBy(() -> new AllowedHosts(List.of(host)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + host + "'");
  }

  private Reason rawReason(String response) throws IOException {
    try (ServerSocket raw = server.answerOnce(response)) {
      return reason("http://localhost:" + raw.getLocalPort() + "/", "localhost");
    }
  }

  private String loopback(String path) {
    return base.replace("localhost", "127.0.0.1") + path;
  }

  private static byte[] read(String location, String... hosts) {
    return read(location, Duration.ofSeconds(30), List.of(hosts));
  }

  private static byte[] read(String location, Duration timeout, List<String> hosts) {
    ImageSourceSettings settings = new ImageSourceSettings(Optional.empty(), hosts, LIMIT, timeout);
    try (ImageSources sources = new ImageSources(settings)) {
      return sources.read(location);
    }
  }

  private static Reason reason(String location, String... hosts) {
    return catchThrowableOfType(ImageException.class, () -> read(location, hosts)).reason();
  }
}
