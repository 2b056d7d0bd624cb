package io.lorecast.itemadded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lorecast.events.ItemAdded;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemAddedMapperTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final ObjectMapper json = new ObjectMapper();
  private final ItemAddedMapper mapper = new ItemAddedMapper(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void theOrdinarySampleBecomesAnItem() throws Exception {
    Item item =
        mapper.toItem(json.readValue(Samples.read("item-added/ordinary.json"), ItemAdded.class));

    assertThat(item.id()).isEqualTo(new ItemId("book-17"));
    assertThat(item.version()).isEqualTo(3);
    assertThat(item.attributes()).containsEntry("genre", List.of("novel", "sea stories"));
    assertThat(item.addedAt()).isEqualTo(NOW);
  }

  @Test
  void whatIsAbsentHasItsDefault() throws Exception {
    Item item =
        mapper.toItem(
            json.readValue(
                Samples.read("item-added/edge-null-means-absent.json"), ItemAdded.class));

    assertThat(item.version()).isEqualTo(1);
    assertThat(item.description()).isEmpty();
    assertThat(item.reviews()).isEmpty();
    assertThat(item.images()).isEmpty();
    assertThat(item.attributes()).isEmpty();
    assertThat(item.language()).isEqualTo("en");
    assertThat(item.available()).isTrue();
  }

  @Test
  void attributesMustNameEntities() {
    accepts("attributes", Map.of("genre", List.of("v".repeat(199)))); // genre: and 199 are 205
    refuses("attributes", Map.of("genre", List.of("v".repeat(200))), "attributes.genre must name");
    refuses("attributes", Map.of("gen:re", List.of("novel", " ")), "attributes.gen:re must name");
    refuses("attributes", Map.of("genre", List.of("")), "attributes.genre must name entities");
  }

  @Test
  void anItemThatWouldNotFitARowIsRefused() {
    // 50 reviews of 5,000 characters of 3 bytes are 750,000 bytes.
    refuses("reviews", Collections.nCopies(50, "中".repeat(5_000)), "item must have at most 350000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://images.example/a.jpg",
        "http://localhost:8080/b.png?size=2",
        "data:image/png;base64,iVBORw0KGgo=",
        "file:///covers/c.webp"
      })
  void imagesAreReferences(String image) {
    accepts("images", List.of(image));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cover.jpg",
        "https://",
        "https:cover.jpg",
        "ftp://images.example/a.jpg",
        "javascript:alert(1)",
        "data:text/html,hello",
        "data:image/png;base64",
        "https://images.example/with space.jpg"
      })
  void whatIsNoReferenceToAnImageIsRefused(String image) {
    refuses("images", List.of(image), "images must be http(s), file or data:image/ URIs");
  }

  private void accepts(String field, Object value) {
    assertThat(mapper.toItem(with(field, value))).isNotNull();
  }

  private void refuses(String field, Object value, String message) {
    assertThatThrownBy(() -> mapper.toItem(with(field, value)))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageStartingWith(message);
  }

  private ItemAdded with(String field, Object value) {
    ObjectNode event = json.createObjectNode().put("itemId", "1").put("name", "Name");
    return json.convertValue(event.set(field, json.valueToTree(value)), ItemAdded.class);
  }
}
