package io.lorecast.allinone;

import io.lorecast.local.DynamoDbLocal;
import io.lorecast.local.Placement;
import io.lorecast.local.RedisServer;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The program behind {@code scripts/run}: starts the servers, then the functions in this process,
 * and stops all of it on Ctrl-C.
 */
@QuarkusMain
@Command(
    name = "scripts/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts Lorecast on this machine: a redis-server, DynamoDB Local, all functions in one"
          + " process and the sample catalogue, at http://localhost:8080.",
      "",
      "Ctrl-C stops everything; the next start finds its data again.",
      ""
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class AllInOne implements Callable<Integer> {

  private static final int CANNOT_START = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where to listen, on the loopback interface (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${sys:lorecast.all-in-one.default-data:-data}",
      description = "Where the data lies (default: the folder data of this checkout).")
  private Path data;

  @Option(names = "--fresh", description = "Throw the data away first.")
  private boolean fresh;

  @Option(names = "--in-memory", description = "Keep nothing on disk.")
  private boolean inMemory;

  @Option(names = "--no-sample", description = "Do not load the sample catalogue.")
  private boolean noSample;

  /** Runs the program and ends the process. */
  public static void main(String... arguments) {
    System.exit(new CommandLine(new AllInOne()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Path home = data.toAbsolutePath().normalize();
    String problem = problem(home);
    if (!problem.isEmpty()) {
      spec.commandLine().getErr().println(problem);
      return CANNOT_START;
    }
    if (!inMemory) {
      new DataFolder(home).prepare(fresh);
    }
    say("Lorecast keeps its data in " + (inMemory ? "memory" : home));
    run(home);
    return CommandLine.ExitCode.OK;
  }

  private String problem(Path home) throws IOException {
    if (isTaken(port)) {
      return "Port " + port + " is in use. Stop what listens there, or choose another: --port N";
    }
    return inMemory ? "" : new DataFolder(home).problem(fresh);
  }

  private void run(Path home) {
    say("Starting redis-server ...");
    try (RedisServer redis = RedisServer.start(placement(home.resolve("redis")))) {
      say("redis-server is at " + redis.uri());
      say("Starting DynamoDB Local ...");
      try (DynamoDbLocal dynamo = DynamoDbLocal.start(placement(home.resolve("dynamodb")))) {
        say("DynamoDB Local is at " + dynamo.endpoint());
        say("Starting the functions ...");
        configure(redis, dynamo, home);
        Quarkus.run(LocalApplication.class);
      }
    }
  }

  private Placement placement(Path folder) {
    return inMemory ? Placement.inMemory() : Placement.onDisk(folder);
  }

  private void configure(RedisServer redis, DynamoDbLocal dynamo, Path home) {
    Map.of(
            "quarkus.redis.hosts", redis.uri(),
            "lorecast.stores.dynamodb.endpoint", dynamo.endpoint().toString(),
            // On disk each row of a batch is a commit of its own, and a transaction is one.
            "lorecast.stores.dynamodb.group-writes", inMemory ? "batch" : "transaction",
            "quarkus.http.port", String.valueOf(port),
            "lorecast.all-in-one.sample", String.valueOf(!noSample),
            "lorecast.all-in-one.sample-import", sampleImport(home).toString(),
            "lorecast.all-in-one.dead-letters", home.resolve("dead-letters.jsonl").toString())
        .forEach(System::setProperty);
  }

  /** Where a sample import that broke off left off; what is kept in memory starts anew. */
  private Path sampleImport(Path home) {
    return inMemory
        ? Path.of(
            System.getProperty("java.io.tmpdir"),
            "lorecast-sample-" + ProcessHandle.current().pid())
        : home.resolve("sample-import");
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }
}
