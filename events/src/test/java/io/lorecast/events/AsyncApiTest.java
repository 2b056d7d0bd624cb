package io.lorecast.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document speaks of every event, and all it points to exists. */
class AsyncApiTest {

  private final JsonNode document = read();

  @Test
  void messagesAreTheEventTypes() {
    assertThat(document.at("/components/messages").findValuesAsText("name"))
        .filteredOn(name -> name.startsWith("io.lorecast."))
        .containsExactlyInAnyOrderElementsOf(EventTypes.ALL);
  }

  @Test
  void eachMessageHasTheSchemaOfItsType() {
    for (JsonNode message : document.at("/components/messages")) {
      assertThat(message.at("/payload/schema/$ref").asText())
          .isEqualTo(Schemas.resourceOf(message.get("name").asText()));
    }
  }

  @Test
  void eachReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>(document.findValuesAsText("$ref"));

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      if (reference.startsWith("#")) {
        assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      } else {
        assertThat(Samples.resource(reference)).exists();
      }
    }
  }

  @Test
  void everyMessageHasAChannel() {
    List<String> messages =
        document.get("channels").findValues("messages").stream()
            .map(found -> found.elements().next().get("$ref").asText())
            .toList();

    assertThat(messages)
        .hasSize(EventTypes.ALL.size())
        .doesNotHaveDuplicates()
        .allMatch(reference -> reference.startsWith("#/components/messages/"));
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Files.readString(Samples.resource("asyncapi.yaml")));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
