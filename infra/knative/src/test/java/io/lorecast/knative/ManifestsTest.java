package io.lorecast.knative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.knative.eventing.v1.Broker;
import io.fabric8.knative.eventing.v1.Trigger;
import io.fabric8.knative.eventing.v1alpha1.KafkaSink;
import io.fabric8.knative.serving.v1.Service;
import io.fabric8.knative.sources.v1.KafkaSource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The overlays as kustomize builds them, read by the model that fabric8 generates from the CRDs.
 */
class ManifestsTest {

  private static final Path FUNCTIONS = Path.of("..", "..", "functions");

  private static final Map<String, Class<?>> MODEL =
      Map.ofEntries(
          Map.entry("serving.knative.dev/v1 Service", Service.class),
          Map.entry("eventing.knative.dev/v1 Broker", Broker.class),
          Map.entry("eventing.knative.dev/v1 Trigger", Trigger.class),
          Map.entry("eventing.knative.dev/v1alpha1 KafkaSink", KafkaSink.class),
          Map.entry("sources.knative.dev/v1 KafkaSource", KafkaSource.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("batch/v1 CronJob", CronJob.class),
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Secret", Secret.class),
          Map.entry("v1 Namespace", Namespace.class),
          Map.entry("v1 Service", io.fabric8.kubernetes.api.model.Service.class));

  /** Not in the model: KEDA publishes no Java one. Its fields are looked at below. */
  private static final String SCALED_OBJECT = "keda.sh/v1alpha1 ScaledObject";

  @ParameterizedTest
  @ValueSource(strings = {"kind", "cloud"})
  void everyFieldIsOneThatTheCrdKnowsAndHasItsType(String overlay) throws Exception {
    for (JsonNode resource : Manifests.of(overlay)) {
      if (!kindOf(resource).equals(SCALED_OBJECT)) {
        assertThat(MODEL).containsKey(kindOf(resource));
        assertThatCode(() -> Manifests.as(MODEL.get(kindOf(resource)), resource))
            .as(kindOf(resource) + " " + resource.at("/metadata/name").asText())
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void aFieldThatTheCrdDoesNotKnowIsRefused() throws Exception {
    JsonNode trigger = named("kind", "eventing.knative.dev/v1 Trigger", "feedback");
    ((ObjectNode) trigger.path("spec")).put("brokr", "lorecast");

    assertThatThrownBy(() -> Manifests.as(Trigger.class, trigger)).hasMessageContaining("brokr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"feedback", "kg-updated", "recommend-request", "model-refresh"})
  void everyTypeThatAFunctionHandlesHasATriggerToIt(String function) throws Exception {
    List<String> triggered = new ArrayList<>();
    for (JsonNode resource : Manifests.of("cloud")) {
      if (kindOf(resource).endsWith(" Trigger")
          && resource.at("/spec/subscriber/ref/name").asText().equals(function)) {
        triggered.add(resource.at("/spec/filter/attributes/type").asText());
      }
    }

    assertThat(triggered).containsExactlyInAnyOrderElementsOf(triggers(function));
  }

  @Test
  void theEncodersEventsWaitInTheTopicThatItReadsAndScalesBy() throws Exception {
    List<String> types = new ArrayList<>();
    for (JsonNode resource : Manifests.of("cloud")) {
      if (resource.at("/spec/subscriber/ref/name").asText().equals("encoder")) {
        types.add(resource.at("/spec/filter/attributes/type").asText());
      }
    }
    JsonNode sink = named("cloud", "eventing.knative.dev/v1alpha1 KafkaSink", "encoder");
    JsonNode scaled = named("cloud", SCALED_OBJECT, "item-added");
    JsonNode encoder = named("cloud", "apps/v1 Deployment", "item-added");
    String environment = encoder.at("/spec/template/spec/containers/0/env").toString();

    assertThat(types).containsExactlyInAnyOrderElementsOf(triggers("item-added"));
    assertThat(scaled.at("/spec/scaleTargetRef/name").asText()).isEqualTo("item-added");
    assertThat(scaled.at("/spec/minReplicaCount").asInt(-1)).isZero();
    assertThat(scaled.at("/spec/triggers/0/metadata/topic")).isEqualTo(sink.at("/spec/topic"));
    assertThat(environment)
        .contains(sink.at("/spec/topic").asText())
        .contains(scaled.at("/spec/triggers/0/metadata/consumerGroup").asText());
    assertThat(encoder.toString()).contains("\"nvidia.com/gpu\":\"1\"");
  }

  @Test
  void whatTheEncoderAnswersComesBackToTheBroker() throws Exception {
    Properties properties = properties("item-added");
    Set<String> answers = new TreeSet<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.endsWith(".response-type")) {
        answers.add(properties.getProperty(name));
      }
    }
    JsonNode source = named("cloud", "sources.knative.dev/v1 KafkaSource", "item-added");
    Set<String> topics = new TreeSet<>();
    source.at("/spec/topics").forEach(topic -> topics.add(topic.asText()));

    assertThat(topics).isEqualTo(answers);
    assertThat(source.at("/spec/sink/ref/kind").asText()).isEqualTo("Broker");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "cloud"})
  void functionsScaleToNoneAndRunWithoutRights(String overlay) throws Exception {
    List<JsonNode> services =
        Manifests.of(overlay).stream()
            .filter(resource -> kindOf(resource).equals("serving.knative.dev/v1 Service"))
            .toList();

    assertThat(services)
        .hasSize(4)
        .allSatisfy(
            service -> {
              assertThat(service.at("/spec/template/metadata/annotations").toString())
                  .contains("\"autoscaling.knative.dev/min-scale\":\"0\"");
              assertThat(service.at("/spec/template/spec/containers/0/securityContext").toString())
                  .contains("\"readOnlyRootFilesystem\":true", "\"runAsNonRoot\":true");
            });
  }

  @Test
  void whatIsNotAppliedGoesToADurableTopic() throws Exception {
    JsonNode broker = named("cloud", "eventing.knative.dev/v1 Broker", "lorecast");
    JsonNode sink = named("cloud", "eventing.knative.dev/v1alpha1 KafkaSink", "dead-letters");

    assertThat(broker.at("/spec/delivery/deadLetterSink/ref/name").asText())
        .isEqualTo("dead-letters");
    assertThat(broker.at("/spec/delivery/retry").asInt()).isEqualTo(3);
    assertThat(sink.at("/spec/topic").asText()).isEqualTo("io.lorecast.dead-letters");
  }

  @Test
  void theComponentAddsAFunctionThatHearsOfItemsBesideTheOthers() throws Exception {
    List<JsonNode> resources = Manifests.at(Path.of("src", "test", "overlays", "knowledge"));
    List<JsonNode> added = new ArrayList<>(resources);
    added.removeAll(Manifests.of("kind"));

    assertThat(added)
        .extracting(ManifestsTest::kindOf)
        .containsExactlyInAnyOrder(
            "v1 ConfigMap", "serving.knative.dev/v1 Service", "eventing.knative.dev/v1 Trigger");
    for (JsonNode resource : added) {
      Manifests.as(MODEL.get(kindOf(resource)), resource);
    }
    assertThat(added)
        .filteredOn(resource -> kindOf(resource).endsWith(" Trigger"))
        .extracting(resource -> resource.at("/spec/filter/attributes/type").asText())
        .containsExactlyElementsOf(triggers("knowledge"));
  }

  private static JsonNode named(String overlay, String kind, String name) throws Exception {
    return Manifests.of(overlay).stream()
        .filter(resource -> kindOf(resource).equals(kind))
        .filter(resource -> resource.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String kindOf(JsonNode resource) {
    return resource.path("apiVersion").asText() + " " + resource.path("kind").asText();
  }

  private static List<String> triggers(String module) throws IOException {
    Properties properties = properties(module);
    return properties.stringPropertyNames().stream()
        .filter(name -> name.endsWith(".trigger"))
        .map(properties::getProperty)
        .toList();
  }

  private static Properties properties(String module) throws IOException {
    Properties properties = new Properties();
    Path file = FUNCTIONS.resolve(module).resolve("src/main/resources/application.properties");
    try (InputStream stream = Files.newInputStream(file)) {
      properties.load(stream);
    }
    return properties;
  }
}
