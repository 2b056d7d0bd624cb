package io.lorecast.itemadded;

import static io.lorecast.itemadded.Posts.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused over HTTP, and by which field. */
@QuarkusTest
@TestProfile(InMemoryStores.Profile.class)
class ItemAddedRefusalTest {

  @Test
  void theInvalidSamplesAreRefused() {
    for (String name : List.of("blank-name", "missing-item-id", "version-zero")) {
      post("item-added", Samples.read("item-added/invalid/" + name + ".json"))
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  @Test
  void whatOnlyTheMapperCanJudgeIsRefusedWithItsField() {
    post("item-added", "{\"itemId\":\"x\",\"name\":\"X\",\"images\":[\"cover.jpg\"]}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("data.images"));
  }

  @ParameterizedTest
  @CsvSource({"name, 500", "description, 20000"})
  void aTextMayBeAsLongAsItsLimitAndNoLonger(String field, int most) {
    post("item-added", withText(field, most)).statusCode(200);
    post("item-added", withText(field, most + 1))
        .statusCode(400)
        .body("field", equalTo("data." + field));
  }

  private static String withText(String field, int length) {
    String name = field.equals("name") ? "" : "\"name\":\"X\",";
    return "{\"itemId\":\"long\",%s\"%s\":\"%s\"}".formatted(name, field, "n".repeat(length));
  }

  @ParameterizedTest
  @CsvSource({"reviews, 50", "images, 10"})
  void aListMayBeAsLongAsItsLimitAndNoLonger(String field, int most) {
    post("item-added", withMembers(field, most)).statusCode(200);
    post("item-added", withMembers(field, most + 1))
        .statusCode(400)
        .body("field", equalTo("data." + field));
  }

  private static String withMembers(String field, int count) {
    String members =
        Collections.nCopies(count, "\"https://images.example/a.jpg\"").stream()
            .collect(Collectors.joining(","));
    return "{\"itemId\":\"many-%1$s\",\"name\":\"X\",\"%1$s\":[%2$s]}".formatted(field, members);
  }
}
