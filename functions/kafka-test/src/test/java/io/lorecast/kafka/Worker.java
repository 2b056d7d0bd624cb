package io.lorecast.kafka;

import io.lorecast.store.testing.LocalServers;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One process of the packaged function, a member of its consumer group. */
final class Worker implements AutoCloseable {

  private static final Path APPLICATION = Path.of("target", "quarkus-app", "quarkus-run.jar");

  private final Process process;

  private Worker(Process process) {
    this.process = process;
  }

  /** Starts a worker called {@code name} for {@code tenant}; it logs to a file of its name. */
  static Worker start(String name, String tenant, String broker) throws IOException {
    Map<String, String> settings =
        Map.ofEntries(
            Map.entry("kafka.bootstrap.servers", broker),
            Map.entry("mp.messaging.incoming.events.group.id", "feedback-workers"),
            Map.entry("quarkus.http.port", "0"),
            Map.entry("quarkus.redis.hosts", LocalServers.redisUri()),
            Map.entry(
                "lorecast.stores.dynamodb.endpoint", LocalServers.dynamoEndpoint().toString()),
            Map.entry("lorecast.stores.dynamodb.local", "true"),
            Map.entry("lorecast.stores.dynamodb.table-prefix", LocalServers.TABLE_PREFIX),
            Map.entry("lorecast.tenant", tenant),
            // What the test is not about costs a copy of the catalogue in each process.
            Map.entry("lorecast.feedback.learn-weights", "false"),
            // The shortest the broker allows: how soon the partitions of a dead worker are given
            // on.
            Map.entry("mp.messaging.incoming.events.session.timeout.ms", "6000"),
            Map.entry("mp.messaging.incoming.events.heartbeat.interval.ms", "1000"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    Stream.of("-jar", APPLICATION.toString()).forEach(command::add);
    return new Worker(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(Path.of("target", name + ".log").toFile()))
            .start());
  }

  /** Ends it as a crash would, and returns once it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
