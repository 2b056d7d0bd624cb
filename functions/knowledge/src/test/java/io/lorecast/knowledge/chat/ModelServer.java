package io.lorecast.knowledge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on this machine that answers as a provider of models does, in what words and with what
 * failures a test wants: what it is given to say it says in this order, the last of it for ever.
 */
public final class ModelServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A request as it came. */
  public record Asked(String path, Map<String, List<String>> headers, JsonNode body) {

    /** Returns the first value of a header, or an empty text. */
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  /** An answer, which may depend on the request. */
  @FunctionalInterface
  public interface Answer {

    /** Returns what to send. */
    Sent to(Asked asked);

    /** Returns an answer of {@code body}, whatever is asked. */
    static Answer of(int status, String body) {
      return asked -> new Sent(status, Map.of(), body);
    }

    /** Returns this answer with a header. */
    default Answer with(String name, String value) {
      return asked -> new Sent(to(asked).status(), Map.of(name, value), to(asked).body());
    }
  }

  /** What is sent. */
  public record Sent(int status, Map<String, String> headers, String body) {}

  /** Never comes: whoever waits for it must give up. */
  public static final Answer NONE = Answer.of(0, "");

  /** Begins and never ends. */
  public static final Answer ENDLESS = Answer.of(0, "{");

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();

  /** Starts a server at {@code port}, or at any if that is 0. */
  public ModelServer(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Returns where it is, with {@code path} at the end. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Says {@code all} from now on, and forgets what it was asked. */
  public synchronized void say(Answer... all) {
    asked.clear();
    answers.clear();
    answers.addAll(List.of(all));
  }

  /** Returns what it was asked since it was last told what to say. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private synchronized Answer next() {
    return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      JsonNode body = JSON.readTree(exchange.getRequestBody());
      Asked request = new Asked(path, Map.copyOf(exchange.getRequestHeaders()), body);
      asked.add(request);
      Answer answer = next();
      if (answer == ENDLESS) {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
      }
      if (answer == NONE || answer == ENDLESS) {
        closing.await();
        return;
      }
      Sent sent = answer.to(request);
      sent.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("content-type", "application/json");
      byte[] bytes = sent.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(sent.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    workers.shutdownNow();
  }
}
