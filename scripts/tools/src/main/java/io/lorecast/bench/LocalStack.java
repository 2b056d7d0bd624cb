package io.lorecast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.local.Ports;
import io.lorecast.store.dynamodb.Dynamo;
import io.lorecast.store.dynamodb.DynamoTables;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.redis.RedisCommands;
import io.lorecast.store.redis.RedisKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole product in a process of its own, started by {@code scripts/run}, empty. */
final class LocalStack implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The name of its process in {@link #processorSeconds}. */
  static final String DYNAMO_LOCAL = "DynamoDB Local";

  private static final int START_SECONDS = 600;
  private static final String TENANT = "default";
  private static final String TABLE_PREFIX = "lorecast-";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern REDIS = Pattern.compile("redis-server is at (\\S+)");
  private static final Pattern DYNAMO = Pattern.compile("DynamoDB Local is at (\\S+)");

  /** One line for each part of the heap, whatever the collector calls it. */
  private static final Pattern HEAP = Pattern.compile(" total .*used (\\d+)K");

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
    return start(onDisk, "");
  }

  /**
   * Starts it for a load that lasts minutes, in memory: DynamoDB Local is compiled as well as can
   * be.
   *
   * @throws IOException if it does not become ready; the message names its log
   */
  static LocalStack startForLong() throws IOException, InterruptedException {
    return start(false, "-Dlorecast.local.dynamodb-long-lived=true");
  }

  private static LocalStack start(boolean onDisk, String options)
      throws IOException, InterruptedException {
    int port = Ports.anyFree();
    Path folder = Files.createTempDirectory("lorecast-bench");
    Path log = folder.resolve("run.log");
    String run =
        Path.of(System.getProperty("lorecast.root", ".")).resolve("scripts/run").toString();
    List<String> command =
        new ArrayList<>(List.of(run, "--port", Integer.toString(port), "--no-sample"));
    command.addAll(onDisk ? List.of("--data", folder + "/data") : List.of("--in-memory"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().merge("LORECAST_RUN_JVM", options, (there, more) -> there + " " + more);
    Process process = builder.redirectOutput(log.toFile()).start();
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

  URI address() {
    return address;
  }

  /** Returns the very stores of the product, past its functions, to prepare and to look. */
  Stores stores() throws IOException {
    String lines = Files.readString(log);
    return new Stores(
        Dynamo.local(URI.create(announced(lines, DYNAMO)), TENANT),
        new DynamoTables(TABLE_PREFIX),
        RedisCommands.to(announced(lines, REDIS), PATIENCE),
        new RedisKeys(TENANT),
        Duration.ofDays(1));
  }

  private static String announced(String lines, Pattern pattern) throws IOException {
    Matcher matcher = pattern.matcher(lines);
    if (!matcher.find()) {
      throw new IOException("scripts/run did not say " + pattern);
    }
    return matcher.group(1);
  }

  /** Returns how much of its heap is in use after a collection, in MB of 10^6 bytes. */
  long heapMegabytes() throws IOException, InterruptedException {
    jcmd("GC.run");
    Matcher used = HEAP.matcher(jcmd("GC.heap_info"));
    long kibibytes = 0;
    while (used.find()) {
      kibibytes += Long.parseLong(used.group(1));
    }
    return kibibytes * 1_024 / 1_000_000;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (asked.waitFor() != 0) {
      throw new IOException("jcmd " + command + " failed: " + answer);
    }
    return answer;
  }

  /** Returns the seconds of processor time that each of its processes has taken so far, by name. */
  Map<String, Double> processorSeconds() {
    Map<String, Double> seconds = new TreeMap<>();
    process
        .descendants()
        .forEach(server -> add(seconds, isJava(server) ? DYNAMO_LOCAL : "Redis", server));
    add(seconds, "functions", process.toHandle());
    return seconds;
  }

  private static boolean isJava(ProcessHandle server) {
    return server.info().command().filter(command -> command.endsWith("java")).isPresent();
  }

  private static void add(Map<String, Double> seconds, String name, ProcessHandle of) {
    of.info()
        .totalCpuDuration()
        .ifPresent(t -> seconds.merge(name, t.toMillis() / 1e3, Double::sum));
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
