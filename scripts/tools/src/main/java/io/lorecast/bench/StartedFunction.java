package io.lorecast.bench;

import io.lorecast.local.DynamoDbLocal;
import io.lorecast.local.Ports;
import io.lorecast.local.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A function in a process of its own, from its start to its first answered event. */
final class StartedFunction {

  /**
   * What a start took.
   *
   * @param wall seconds from the start of the process to the answer
   * @param cpu seconds of one core that it used until then
   * @param resident MiB that it held then
   */
  record Cost(double wall, double cpu, double resident) {}

  private static final long PAUSE_MILLIS = 10;
  private static final double NANOS = 1e9;
  private static final double KIB_PER_MIB = 1024;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RedisServer redis;
  private final DynamoDbLocal dynamo;
  private final HttpClient client = HttpClient.newHttpClient();

  StartedFunction(RedisServer redis, DynamoDbLocal dynamo) {
    this.redis = redis;
    this.dynamo = dynamo;
  }

  /**
   * Starts {@code function} by {@code command}, waits until it has answered the ordinary sample of
   * its event, ends it, and returns what that took.
   */
  Cost measure(String function, List<String> command) throws IOException, InterruptedException {
    int port = Ports.anyFree();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_REDIS_HOSTS", redis.uri());
    builder.environment().put("LORECAST_STORES_DYNAMODB_ENDPOINT", dynamo.endpoint().toString());
    builder.environment().put("LORECAST_STORES_DYNAMODB_LOCAL", "true");
    builder.environment().put("LORECAST_STORES_DYNAMODB_CREATE_TABLES", "true");
    Path log = Files.createTempFile("lorecast-start-", ".log");
    HttpRequest event = event(function, port);
    long start = System.nanoTime();
    Process process =
        builder.redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile())).start();
    try {
      awaitAnswer(process, event, log);
      double wall = (System.nanoTime() - start) / NANOS;
      return new Cost(wall, cpu(process), resident(process));
    } finally {
      // One that is trained writes its cache now.
      process.destroy();
      process.waitFor();
    }
  }

  private void awaitAnswer(Process process, HttpRequest event, Path log)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        HttpResponse<String> answer = client.send(event, BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return;
        }
        throw new IOException("the event was answered " + answer.body());
      } catch (ConnectException notYet) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
    throw new IOException("the function did not answer, see " + log);
  }

  private static HttpRequest event(String function, int port) throws IOException {
    String sample = "/samples/" + function + "/ordinary.json";
    try (InputStream stream = StartedFunction.class.getResourceAsStream(sample)) {
      if (stream == null) {
        throw new IOException("there is no sample " + sample);
      }
      return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + function))
          .header("content-type", "application/json")
          .POST(BodyPublishers.ofByteArray(stream.readAllBytes()))
          .build();
    }
  }

  private static double cpu(Process process) {
    return process.info().totalCpuDuration().map(time -> time.toNanos() / NANOS).orElse(0.0);
  }

  private static double resident(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
        .findFirst()
        .orElse(0);
  }
}
