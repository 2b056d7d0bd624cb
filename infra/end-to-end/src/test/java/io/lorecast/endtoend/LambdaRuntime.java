package io.lorecast.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Lambda's runtime API (version 2018-06-01), and behind it the function's own package in a process
 * with the runtime client that Amazon puts beside it. One invocation at a time, as on Lambda.
 */
final class LambdaRuntime implements AutoCloseable {

  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String PREFIX = "/2018-06-01/runtime/";
  private static final String FAR_AWAY = "4102444800000";
  private static final long PATIENCE_SECONDS = 180;

  private final ObjectMapper json = new ObjectMapper();
  private final BlockingQueue<String> invocations = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final HttpServer api;
  private final Process process;

  private LambdaRuntime(Path folder, String handler, Map<String, String> environment)
      throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(PREFIX, this::handle);
    api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    api.start();
    process = launch(folder, handler, environment);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Starts the package that lies unpacked in {@code folder}. */
  static LambdaRuntime start(Path folder, String handler, Map<String, String> environment)
      throws IOException {
    return new LambdaRuntime(folder, handler, environment);
  }

  private Process launch(Path folder, String handler, Map<String, String> environment)
      throws IOException {
    String client =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> jar.contains("aws-lambda-java-"))
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx400m",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            String.join(File.pathSeparator, folder.toString(), folder + "/lib/*", client),
            CLIENT,
            handler);
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.getAddress().getPort());
    // What the runtime client reads without asking whether it is there.
    builder
        .environment()
        .putAll(
            Map.of(
                "LAMBDA_TASK_ROOT", folder.toString(),
                "AWS_EXECUTION_ENV", "AWS_Lambda_java25",
                "AWS_REGION", "local",
                "AWS_LAMBDA_FUNCTION_NAME", "feedback",
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                "AWS_LAMBDA_LOG_GROUP_NAME", "feedback",
                "AWS_LAMBDA_LOG_STREAM_NAME", "1"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(Redirect.to(folder.resolveSibling("function.log").toFile()))
        .start();
  }

  /** Returns what the function answers to {@code invocation}. */
  JsonNode invoke(JsonNode invocation) throws IOException, InterruptedException {
    invocations.add(invocation.toString());
    String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (answer == null) {
      throw new IOException("the function did not answer, see its log");
    }
    return json.readTree(answer);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals(PREFIX + "invocation/next")) {
        byte[] invocation = invocations.take().getBytes(StandardCharsets.UTF_8);
        exchange
            .getResponseHeaders()
            .add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", FAR_AWAY);
        exchange
            .getResponseHeaders()
            .add(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:local:000000000000:function:feedback");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, invocation.length);
        exchange.getResponseBody().write(invocation);
      } else {
        answers.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(202, -1);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.stop(0);
  }
}
