package io.lorecast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The whole product in a process of its own, started by {@code scripts/run}, empty. */
final class LocalStack implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int START_SECONDS = 600;

  private final Process process;
  private final URI address;
  private final Path log;

  private LocalStack(Process process, URI address, Path log) {
    this.process = process;
    this.address = address;
    this.log = log;
  }

  /**
   * Starts it, and waits until it is ready.
   *
   * @throws IOException if it does not become ready; the message names its log
   */
  static LocalStack start(boolean onDisk) throws IOException, InterruptedException {
    int port = freePort();
    Path folder = Files.createTempDirectory("lorecast-bench");
    Path log = folder.resolve("run.log");
    String run =
        Path.of(System.getProperty("lorecast.root", ".")).resolve("scripts/run").toString();
    List<String> command =
        new ArrayList<>(List.of(run, "--port", Integer.toString(port), "--no-sample"));
    command.addAll(onDisk ? List.of("--data", folder + "/data") : List.of("--in-memory"));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    LocalStack stack = new LocalStack(process, URI.create("http://localhost:" + port + "/"), log);
    stack.awaitReady();
    return stack;
  }

  private void awaitReady() throws IOException, InterruptedException {
    for (int second = 0; second < START_SECONDS && process.isAlive(); second++) {
      if (Files.readString(log).contains("Lorecast is ready")) {
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    close();
    throw new IOException("scripts/run did not become ready, see " + log);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  URI address() {
    return address;
  }

  /** Returns what the product says is stored. */
  JsonNode status() throws IOException {
    return JSON.readTree(address.resolve("status").toURL());
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
