package io.lorecast.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A real Redis on the loopback interface, until it is closed or this process ends. Its data, if it
 * keeps any, is an append-only file synchronised each second.
 */
public final class RedisServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int ANSWER_MILLIS = 2_000;

  private final ServerProcess process;
  private final int port;

  private RedisServer(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server and returns once it answers PING, its data loaded.
   *
   * @throws LocalServerException if it does not start, with the end of its log
   */
  public static RedisServer start(Placement placement) {
    Map<String, String> environment = new ProcessBuilder().environment();
    return start(placement, environment.getOrDefault("PATH", ""));
  }

  static RedisServer start(Placement placement, String searchPath) {
    WorkPlace place = WorkPlace.of("redis", placement);
    int port = Ports.claim(placement.port());
    List<String> command =
        List.of(
            RedisBinary.find(searchPath).toString(),
            "--port " + port,
            "--bind " + HOST,
            "--dir " + place.folder().path(),
            "--save ''",
            "--appendonly " + (placement.data().isPresent() ? "yes" : "no"),
            "--appendfsync everysec");
    return new RedisServer(place.start("redis-server", command, () -> answers(port)), port);
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(HOST), port), ANSWER_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(5); // -LOADING until its data is read
      return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the port it listens on. */
  public int port() {
    return port;
  }

  /** Returns how a client reaches it, {@code redis://127.0.0.1:<port>}. */
  public String uri() {
    return "redis://" + HOST + ":" + port;
  }

  /** Returns whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Ends it by force, nothing written: what a crash leaves. Start another on its {@link #port} to
   * have it back.
   */
  public void kill() {
    process.kill();
  }

  /** Stops it, its data written. */
  @Override
  public void close() {
    process.close();
  }
}
