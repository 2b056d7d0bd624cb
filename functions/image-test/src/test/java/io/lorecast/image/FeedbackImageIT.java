package io.lorecast.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lorecast.local.Ports;
import io.lorecast.store.testing.LocalServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the image, how it is run, and that it runs and leaves its files as they are. */
class FeedbackImageIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int READ_BY_OTHERS = 0004;
  private static final int WRITTEN_BY_OTHERS = 0002;

  private static BuiltImage image;

  @TempDir Path root;
  @TempDir Path temporary;

  @BeforeAll
  static void readImage() throws IOException {
    image = BuiltImage.read(Path.of("target", "image.tar"));
  }

  @Test
  void runsAsAUserWhoIsNotRootAndIsKnownByNumber() throws IOException {
    // A cluster that refuses root can tell only by the number.
    assertThat(image.config().path("User").asText()).isEqualTo("65532");
  }

  @Test
  void startsTheProgramWithoutAShell() throws IOException {
    assertThat(image.configured("Entrypoint"))
        .startsWith("java")
        .endsWith("-jar", "quarkus-run.jar")
        .noneMatch(part -> part.contains("/sh") || part.endsWith(".sh"));
    assertThat(image.configured("Cmd")).isEmpty();
  }

  @Test
  void exposesThePortOfTheFunctionAlone() throws IOException {
    assertThat(image.config().path("ExposedPorts").fieldNames())
        .toIterable()
        .containsExactly("8080/tcp");
  }

  @Test
  void holdsFilesThatItsUserMayReadAndNobodyElseMayChange() throws IOException {
    assertThat(image.files())
        .isNotEmpty()
        .allSatisfy(
            file -> {
              assertThat(file.getMode() & READ_BY_OTHERS).as(file.getName()).isNotZero();
              assertThat(file.getMode() & WRITTEN_BY_OTHERS).as(file.getName()).isZero();
              assertThat(file.getLongUserId()).as(file.getName()).isNotEqualTo(65532);
            });
  }

  @Test
  void holdsNoRuntimeOfModels() throws IOException {
    assertThat(image.files())
        .extracting(file -> file.getName())
        .anyMatch(name -> name.contains("lorecast-feedback"))
        .noneMatch(name -> name.contains("onnxruntime"));
  }

  @Test
  void answersAnEventAndWritesNothingButTemporaryFiles() throws Exception {
    image.unpack(root);
    Map<String, String> before = contents(root);
    int port = Ports.anyFree();
    Process process = start(port);
    try {
      await().atMost(PATIENCE).ignoreExceptions().until(() -> ready(port));
      assertThat(
              send(
                      port,
                      "/feedback",
                      "{\"feedbackId\":\"f\",\"userId\":\"u\",\"itemId\":\"i\",\"kind\":\"like\"}")
                  .statusCode())
          .isEqualTo(200);
    } finally {
      process.destroy();
      process.waitFor();
    }
    assertThat(contents(root)).isEqualTo(before);
  }

  /** Starts what the image starts, by this machine's Java, as the empty base has none. */
  private Process start(int port) throws IOException {
    List<String> command = new ArrayList<>(image.configured("Entrypoint"));
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        1, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    for (String variable : image.configured("Env")) {
      String[] parts = variable.split("=", 2);
      environment.put(parts[0], parts[1]);
    }
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_REDIS_HOSTS", LocalServers.redisUri());
    environment.put("LORECAST_STORES_DYNAMODB_ENDPOINT", LocalServers.dynamoEndpoint().toString());
    environment.put("LORECAST_STORES_DYNAMODB_LOCAL", "true");
    environment.put("LORECAST_STORES_DYNAMODB_CREATE_TABLES", "true");
    environment.put("LORECAST_TENANT", LocalServers.newTenant());
    String folder = image.config().path("WorkingDir").asText();
    return builder
        .directory(root.resolve(folder.substring(1)).toFile())
        .redirectErrorStream(true)
        .redirectOutput(Path.of("target", "image.log").toFile())
        .start();
  }

  private static boolean ready(int port) throws IOException, InterruptedException {
    return send(port, "/q/health/ready", null).statusCode() == 200;
  }

  private static HttpResponse<String> send(int port, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (body != null) {
      request.header("content-type", "application/json").POST(BodyPublishers.ofString(body));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  /** Returns every file and folder under {@code folder}, with when it was changed and its size. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        contents.put(
            path.toString(),
            Files.isDirectory(path)
                ? "folder"
                : Files.getLastModifiedTime(path) + " " + Files.size(path));
      }
    }
    return contents;
  }
}
