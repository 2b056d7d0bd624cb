package io.lorecast.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A real HTTP server that takes events and answers what the test says. */
final class TestReceiver implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  /** An answer; a status of 0 hangs up without one. */
  record Reply(int status, String body) {

    static final Reply HANG_UP = new Reply(0, "");
    static final Reply TAKEN = new Reply(204, "");

    static Reply problem(int status, String field, String detail) {
      return new Reply(
          status,
          JSON.createObjectNode()
              .put("status", status)
              .put("field", field)
              .put("detail", detail)
              .toString());
    }
  }

  private final List<JsonNode> posted = new CopyOnWriteArrayList<>();
  private final List<String> apiKeys = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Function<JsonNode, Reply> answers = event -> Reply.TAKEN;

  TestReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** From now on, each event gets the answer that {@code answers} gives. */
  void answer(Function<JsonNode, Reply> answers) {
    this.answers = answers;
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Returns every event posted so far, whatever the answer, in order of arrival. */
  List<JsonNode> posted() {
    return List.copyOf(posted);
  }

  /** Returns those of one type, for example {@code feedback}. */
  List<JsonNode> posted(String type) {
    return posted.stream().filter(event -> isOf(type, event)).toList();
  }

  List<String> apiKeys() {
    return List.copyOf(apiKeys);
  }

  void forget() {
    posted.clear();
  }

  static boolean isOf(String type, JsonNode event) {
    return event.path("type").asText().equals("io.lorecast." + type + ".v1");
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      JsonNode event = JSON.readTree(exchange.getRequestBody());
      posted.add(event);
      apiKeys.add(String.valueOf(exchange.getRequestHeaders().getFirst("x-api-key")));
      Reply reply = answers.apply(event);
      if (reply.status() != 0) {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
