package io.lorecast.bindings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads JSON strictly: one value, nothing after it, no key twice. */
final class EventJson {

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private EventJson() {}

  /**
   * Returns what {@code body} says.
   *
   * @param field what the body is, to name it in a refusal
   * @throws RefusedException if it is empty or no JSON, with line and column
   */
  static JsonNode read(String field, byte[] body) {
    if (body.length == 0) {
      throw RefusedException.invalid(field, "must be JSON, was empty");
    }
    try {
      JsonNode node = READER.readTree(body);
      if (node.isMissingNode()) {
        throw RefusedException.invalid(field, "must be JSON, was empty");
      }
      return node;
    } catch (JsonProcessingException malformed) {
      throw RefusedException.invalid(field, "must be JSON, but " + problemOf(malformed));
    } catch (IOException notText) {
      throw RefusedException.invalid(field, "must be JSON in UTF-8");
    }
  }

  private static String problemOf(JsonProcessingException malformed) {
    JsonLocation where = malformed.getLocation();
    String place =
        where == null ? "" : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": ";
    return place + malformed.getOriginalMessage();
  }
}
