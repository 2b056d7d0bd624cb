package io.lorecast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lorecast.events.EventTypes;
import io.lorecast.model.Interaction;
import io.lorecast.model.ItemId;
import io.lorecast.store.layered.Stores;
import io.lorecast.store.testing.LocalServers;
import io.lorecast.store.testing.TestStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * From the bus to the stores as the templates wire it: rules, queues (the SQS API), the event
 * source mapping, the packaged function behind Lambda's runtime API, a real Redis and DynamoDB
 * Local.
 */
class LambdaEndToEndIT {

  private static final Path PACKAGE = Path.of("target", "function.zip");
  private static final long THIRTY_MB = 30_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Stores stores;
  private static Queues queues;
  private static LambdaRuntime function;
  private static EventSourceMapping mapping;
  private static String queue;
  private static String deadLetters;

  @BeforeAll
  static void wire() throws Exception {
    Templates templates = Templates.synthesise(PACKAGE);
    queues = Queues.start(templates);
    String tenant = LocalServers.newTenant();
    stores = TestStores.of(tenant, tenant);
    JsonNode mappingWanted = MissingNode.getInstance();
    JsonNode deployed =
        templates.resources("functions", "AWS::Lambda::Function").entrySet().stream()
            .filter(each -> each.getKey().startsWith("feedback"))
            .findFirst()
            .orElseThrow()
            .getValue();
    for (JsonNode each :
        templates.resources("functions", "AWS::Lambda::EventSourceMapping").values()) {
      String source = templates.referred("events", each.path("EventSourceArn"));
      if (source.startsWith("Queuefeedback")) {
        queue = source;
        mappingWanted = each;
      }
    }
    deadLetters =
        templates.referred(
            "events",
            templates
                .resources("events", "AWS::SQS::Queue")
                .get(queue)
                .at("/RedrivePolicy/deadLetterTargetArn"));
    Map<String, String> environment = environment(deployed, tenant);
    environment.putAll(queues.environment(toldOfDeadLetters(templates, deployed)));
    function = LambdaRuntime.start(unpacked(), deployed.path("Handler").asText(), environment);
    mapping = new EventSourceMapping(queues, queue, function, mappingWanted);
  }

  private static String toldOfDeadLetters(Templates templates, JsonNode deployed)
      throws IOException {
    return templates.referred(
        "events", deployed.at("/Environment/Variables/LORECAST_AWS_DEAD_LETTERS"));
  }

  @AfterAll
  static void end() {
    function.close();
    queues.close();
  }

  @Test
  void ofTenEventsTwoBadOnesEndAsDeadLettersAndTheOthersAreAppliedOnce() throws Exception {
    for (int i = 0; i < 10; i++) {
      queues.publish(event("batch-" + i, "film", i == 3 || i == 7 ? "LIKED" : "like"));
    }

    List<Message> first = mapping.poll();
    assertThat(first).hasSize(2);
    assertThat(ids(first)).containsExactlyInAnyOrder("batch-3", "batch-7");
    assertThat(mapping.poll()).hasSize(2);
    assertThat(queues.receive(deadLetters, 10)).isEmpty();
    assertThat(mapping.poll()).as("the last try puts them away itself").isEmpty();
    assertThat(mapping.poll()).isEmpty();

    List<Message> dead = queues.receive(deadLetters, 10);
    assertThat(ids(dead)).containsExactlyInAnyOrder("batch-3", "batch-7");
    assertThat(dead)
        .extracting(message -> message.messageAttributes().get("reason").stringValue())
        .containsOnly(
            "Invalid event: data.kind must be one of view, click, like, dislike, rating, purchase,"
                + " dwell, was \"LIKED\"");
    assertThat(dead)
        .allSatisfy(
            message ->
                assertThat(message.messageAttributes().get("tries").stringValue()).isEqualTo("3"))
        .extracting(message -> message.messageAttributes().get("message-id").stringValue())
        .containsExactlyInAnyOrderElementsOf(first.stream().map(Message::messageId).toList());
    JsonNode problem =
        JSON.readTree(dead.getFirst().messageAttributes().get("problem").stringValue());
    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("field").asText()).isEqualTo("data.kind");
    assertThat(logged("batch-"))
        .containsExactly(
            "batch-0", "batch-1", "batch-2", "batch-4", "batch-5", "batch-6", "batch-8", "batch-9");
    assertThat(events("film")).isEqualTo(8);
  }

  @Test
  void anEventThatIsDeliveredAgainChangesNothing() throws Exception {
    queues.publish(event("again", "book", "like"));
    queues.publish(event("again", "book", "like"));

    assertThat(mapping.poll()).isEmpty();
    queues.publish(event("again", "book", "like"));
    assertThat(mapping.poll()).isEmpty();

    assertThat(logged("again")).containsExactly("again");
    assertThat(events("book")).isEqualTo(1);
  }

  @Test
  void aRequestThroughTheApiIsAnsweredByTheSamePackage() throws Exception {
    ObjectNode request = JSON.createObjectNode().put("version", "2.0").put("rawPath", "/feedback");
    request.putObject("headers").put("content-type", "application/json");
    request.put("body", feedback("by-http", "song", "like").toString());
    request
        .putObject("requestContext")
        .put("stage", "$default")
        .putObject("http")
        .put("method", "POST");

    JsonNode response = function.invoke(request);

    assertThat(response.path("statusCode").asInt()).isEqualTo(200);
    assertThat(JSON.readTree(response.path("body").asText()).path("outcome").asText())
        .isEqualTo("applied");
    assertThat(events("song")).isEqualTo(1);
  }

  @Test
  void thePackageIsLightAndCarriesNoRuntimeForModels() throws IOException {
    assertThat(Files.size(PACKAGE)).isLessThanOrEqualTo(THIRTY_MB);
    try (var jars = Files.list(Path.of("target", "function", "lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .noneMatch(name -> name.contains("onnxruntime"));
    }
  }

  /** What the template sets must be set here too, to where the servers of the test are. */
  private static Map<String, String> environment(JsonNode deployed, String tenant) {
    Map<String, String> here = new HashMap<>();
    here.put("QUARKUS_REDIS_HOSTS", LocalServers.redisUri());
    here.put("LORECAST_STORES_DYNAMODB_TABLE_PREFIX", LocalServers.TABLE_PREFIX);
    Set<String> elsewhere =
        Set.of("QUARKUS_REDIS_PASSWORD", "LORECAST_AWS_EVENT_BUS", "LORECAST_AWS_DEAD_LETTERS");
    for (Map.Entry<String, JsonNode> variable :
        deployed.path("Environment").path("Variables").properties()) {
      String name = variable.getKey();
      if (Set.of("JAVA_TOOL_OPTIONS", "LORECAST_AWS_TRIES").contains(name)) {
        here.put(name, variable.getValue().asText());
      }
      assertThat(here.containsKey(name) || elsewhere.contains(name)).as(name).isTrue();
    }
    here.put("LORECAST_STORES_DYNAMODB_ENDPOINT", LocalServers.dynamoEndpoint().toString());
    here.put("LORECAST_STORES_DYNAMODB_LOCAL", "true");
    here.put("LORECAST_TENANT", tenant);
    return here;
  }

  private static Path unpacked() throws IOException {
    Path folder = Path.of("target", "function").toAbsolutePath();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(PACKAGE))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.write(file, zip.readAllBytes());
        }
      }
    }
    return folder;
  }

  /** An event as EventBridge sends one that was put on the bus. */
  private static ObjectNode event(String feedbackId, String item, String kind) {
    ObjectNode envelope =
        JSON.createObjectNode()
            .put("version", "0")
            .put("id", "event-" + feedbackId)
            .put("detail-type", EventTypes.FEEDBACK)
            .put("source", "shop")
            .put("time", "2026-03-04T12:00:00Z");
    envelope.set("detail", feedback(feedbackId, item, kind));
    return envelope;
  }

  private static ObjectNode feedback(String feedbackId, String item, String kind) {
    return JSON.createObjectNode()
        .put("feedbackId", feedbackId)
        .put("userId", "reader of " + item)
        .put("itemId", item)
        .put("kind", kind);
  }

  private static List<String> ids(List<Message> messages) throws IOException {
    List<String> ids = new ArrayList<>();
    for (Message message : messages) {
      ids.add(JSON.readTree(message.body()).path("detail").path("feedbackId").asText());
    }
    return ids;
  }

  private static Set<String> logged(String prefix) {
    Set<String> ids = new TreeSet<>();
    for (Interaction each : stores.feedbackLog().all().collect().asList().await().indefinitely()) {
      if (each.feedbackId().startsWith(prefix)) {
        ids.add(each.feedbackId());
      }
    }
    return ids;
  }

  private static long events(String item) {
    ItemId id = new ItemId(item);
    return stores.learning(0).counts(List.of(id)).await().indefinitely().get(id).events();
  }
}
