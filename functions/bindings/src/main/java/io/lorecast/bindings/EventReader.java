package io.lorecast.bindings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.model.InvalidEventException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Reads data of events that stand within another event, as if each had come on its own. */
@Singleton
public class EventReader {

  private static final String DATA = "data.";

  private final EventSchemas schemas;
  private final ObjectMapper json;

  EventReader(EventSchemas schemas, ObjectMapper json) {
    this.schemas = schemas;
    this.json = json;
  }

  /**
   * Returns {@code data} as the record of events of {@code type}.
   *
   * @throws InvalidEventException if the schema of the type refuses it; names the first field
   */
  public <T> T read(String type, Map<String, Object> data, Class<T> record) {
    JsonNode tree = json.valueToTree(data);
    List<Violation> violations = schemas.violations(type, tree);
    if (!violations.isEmpty()) {
      Violation first = violations.getFirst();
      String field = first.field();
      throw new InvalidEventException(
          field.startsWith(DATA) ? field.substring(DATA.length()) : field, first.problem());
    }
    try {
      return json.treeToValue(tree, record);
    } catch (JsonProcessingException mismatch) {
      throw new InvalidEventException("data", "cannot be read as it stands");
    }
  }
}
