package io.lorecast.allinone;

import static io.lorecast.allinone.Sender.post;
import static io.lorecast.allinone.Sender.recommend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lorecast.knowledge.LocalModel;
import io.lorecast.knowledge.chat.ModelServer;
import io.lorecast.knowledge.chat.ModelServer.Answer;
import io.lorecast.knowledge.chat.OpenAi;
import io.lorecast.store.testing.LocalStoresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A language model on this machine is configured: what it reads in texts stands in the graph. */
@QuarkusTest
@TestProfile(LocalModel.class)
@QuarkusTestResource(value = LocalStoresResource.class, restrictToAnnotatedClass = true)
class KnowledgeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @ConfigProperty(name = "lorecast.knowledge.url")
  URI url;

  private ModelServer model;

  @BeforeEach
  void start() {
    model = new ModelServer(url.getPort());
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void whatATextSaysStandsInTheGraphUntilItSaysSomethingElse() {
    model.say(says("theme", "Loneliness"));
    add("lighthouse", 1, "A keeper waits for a ship.");

    await()
        .atMost(PATIENCE)
        .until(() -> edges("lighthouse"), List.of("llm theme:loneliness")::equals);

    model.say(says("theme", "friendship"));
    add("lighthouse", 2, "A keeper befriends a whale.");

    await()
        .atMost(PATIENCE)
        .until(() -> edges("lighthouse"), List.of("llm theme:friendship")::equals);
  }

  @Test
  void nobodyWaitsForAModelThatDoesNotAnswer() {
    model.say(ModelServer.NONE);

    add("buoy", 1, "A buoy drifts.");

    assertThat(recommend(Map.of("k", 10)).getList("items.itemId")).contains("buoy");
    assertThat(edges("buoy")).isEmpty();
  }

  private static Answer says(String relation, String object) {
    return OpenAi.completion(
        "{\"facts\":[{\"relation\":\"%s\",\"object\":\"%s\",\"confidence\":0.9}]}"
            .formatted(relation, object),
        "stop");
  }

  private static void add(String item, int version, String description) {
    assertThat(
            post(
                    "/item-added",
                    Map.of(
                        "itemId", item,
                        "version", version,
                        "name", item,
                        "description", description))
                .statusCode())
        .isEqualTo(200);
  }

  /** Returns the edges of {@code item}, each as who says it and where it ends. */
  private static List<String> edges(String item) {
    return post("/graph-query", Map.of("entity", "item:" + item))
        .jsonPath()
        .<Map<String, String>>getList("edges")
        .stream()
        .map(edge -> edge.get("provenance") + " " + edge.get("tail"))
        .toList();
  }
}
