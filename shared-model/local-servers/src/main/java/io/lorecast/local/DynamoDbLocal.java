package io.lorecast.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * DynamoDB Local, the engine that Amazon publishes for development, until it is closed or this
 * process ends. One database for every region and credential.
 */
public final class DynamoDbLocal implements AutoCloseable {

  private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";

  /** The system property that says that the server has much to do, so that compiling it pays. */
  private static final String LONG_LIVED = "lorecast.local.dynamodb-long-lived";

  private static final String HOST = "127.0.0.1";
  private static final int ANSWER_MILLIS = 10_000;

  private final ServerProcess process;
  private final int port;

  private DynamoDbLocal(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server and returns once it answers.
   *
   * @throws LocalServerException if it does not start, with the end of its log
   */
  public static DynamoDbLocal start(Placement placement) {
    WorkPlace place = WorkPlace.of("dynamodb", placement);
    int port = Ports.claim(placement.port());
    List<String> command = new ArrayList<>(java(DynamoDbHome.find()));
    command.addAll(List.of("-port", Integer.toString(port), "-sharedDb", "-disableTelemetry"));
    command.addAll(
        placement
            .data()
            .map(folder -> List.of("-dbPath", folder.toString()))
            .orElse(List.of("-inMemory")));
    return new DynamoDbLocal(place.start("DynamoDB Local", command, () -> answers(port)), port);
  }

  private static List<String> java(Path home) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC", // the smallest; two cores are shared with everything else
        // It rarely runs for long enough to earn back what its best compiled code would cost.
        "-XX:TieredStopAtLevel=" + (Boolean.getBoolean(LONG_LIVED) ? 4 : 1),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dsqlite4java.library.path=" + home,
        "-classpath",
        home + "/*",
        MAIN);
  }

  /** Asks without credentials: the refusal is an answer. */
  private static boolean answers(int port) {
    try {
      URI uri = URI.create("http://" + HOST + ":" + port + "/");
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_BAD_REQUEST;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the port it listens on. */
  public int port() {
    return port;
  }

  /** Returns where a client finds it, {@code http://127.0.0.1:<port>}. */
  public URI endpoint() {
    return URI.create("http://" + HOST + ":" + port);
  }

  /** Returns whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Stops it; what it keeps on disk is found again by the next start. */
  @Override
  public void close() {
    process.close();
  }
}
