package io.lorecast.importer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.lorecast.hash.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent 1.0 in structured mode, whose fields may hold any character; header fields of binary
 * mode may not.
 *
 * @param id a digest of type and data: the same data is the same event whenever it is sent
 * @param type one of {@link io.lorecast.events.EventTypes}
 * @param subject what it is about, or null
 * @param data the event record, as JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Event(String id, String type, @Nullable String subject, @JsonRawValue String data) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private static final int DIGEST_BYTES = 16;

  /** Returns the event that carries {@code record}. */
  static Event of(String type, @Nullable String subject, Object record) {
    String data = json(record);
    return new Event(digest(type + data), type, subject, data);
  }

  @JsonProperty
  String specversion() {
    return "1.0";
  }

  @JsonProperty
  String source() {
    return "/scripts/import";
  }

  @JsonProperty
  String datacontenttype() {
    return "application/json";
  }

  /** Returns the body of a request with content type {@code application/cloudevents+json}. */
  byte[] body() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event can always be written", e);
    }
  }

  /** Returns {@code record} as JSON without its absent fields. */
  static String json(Object record) {
    try {
      return JSON.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event record can always be written", e);
    }
  }

  /** Returns the first 128 bits of the SHA-256 digest of {@code text}, in hexadecimal. */
  static String digest(String text) {
    return Sha256.hex(text, DIGEST_BYTES);
  }
}
