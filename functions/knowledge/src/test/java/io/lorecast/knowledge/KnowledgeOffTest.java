package io.lorecast.knowledge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lorecast.fact.FactEdges;
import io.lorecast.knowledge.chat.GuardedModel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** As it is unless somebody configures a model. */
@QuarkusTest
@TestProfile(InMemoryStores.Profile.class)
class KnowledgeOffTest {

  @Inject Optional<GuardedModel> model;
  @Inject FactEdges edges;

  @Test
  void thereIsAVocabularyToBeginWith() {
    assertThat(edges.vocabulary().relations())
        .containsExactly("features", "mood", "period", "setting", "subject", "theme");
  }

  @Test
  void eventsAreTakenAndNobodyIsAsked() {
    assertThat(model).isEmpty();

    given()
        .contentType("application/json")
        .body("{\"itemId\":\"book-17\",\"version\":1,\"encoder\":\"none\",\"views\":[]}")
        .post("/knowledge")
        .then()
        .statusCode(204);
  }
}
