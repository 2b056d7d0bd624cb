package io.lorecast.encoding.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web server with images of all kinds: {@code /image} of a length, {@code /large} a byte longer,
 * {@code /endless}, {@code /silent}, {@code /slow}, {@code /redirect?TARGET}, {@code /status?CODE}.
 */
final class TestImageServer implements AutoCloseable {

  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final int length;

  TestImageServer(int length) throws IOException {
    this.length = length;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/image", exchange -> answer(exchange, new byte[length]));
    server.createContext("/large", exchange -> answer(exchange, new byte[length + 1]));
    server.createContext("/endless", this::answerWithoutEnd);
    server.createContext("/silent", this::await);
    server.createContext("/slow", this::answerHalf);
    server.createContext("/redirect", TestImageServer::redirect);
    server.createContext("/status", TestImageServer::status);
    server.start();
  }

  String base() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Returns how many images have been asked for. */
  int asked() {
    return asked.get();
  }

  /** Returns a socket that answers one request with {@code response} and hangs up. */
  ServerSocket answerOnce(String response) throws IOException {
    ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    workers.execute(() -> hangUp(raw, response));
    return raw;
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    workers.shutdownNow();
  }

  private static void hangUp(ServerSocket raw, String response) {
    try (Socket socket = raw.accept()) {
      socket.getInputStream().read(); // the request has begun
      socket.getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    asked.incrementAndGet();
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private void answerWithoutEnd(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        out.write(new byte[length]);
      }
    }
  }

  private void await(HttpExchange exchange) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private void answerHalf(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, length);
    exchange.getResponseBody().write(new byte[length / 2]);
    exchange.getResponseBody().flush();
    await(exchange);
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String target = query.equals("loop") ? "/redirect?loop" : query;
    exchange.getResponseHeaders().set("Location", target);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void status(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(Integer.parseInt(exchange.getRequestURI().getQuery()), -1);
    exchange.close();
  }
}
