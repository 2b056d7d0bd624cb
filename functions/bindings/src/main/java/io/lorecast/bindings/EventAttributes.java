package io.lorecast.bindings;

import io.quarkus.funqy.knative.events.CloudEventBuilder;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges the attributes of one event. Collects everything that is wrong before it refuses.
 *
 * <p>An attribute that identifies has at most 1,000 characters, none of them a control character,
 * so that it can stand in headers and log lines as it is.
 */
final class EventAttributes {

  private static final int MAX_LENGTH = 1_000;
  private static final int SHOWN = 60;
  private static final Set<String> DEFINED =
      Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "datacontenttype",
          "dataschema");

  private final Map<String, String> given = new TreeMap<>();
  private final Map<String, Violation> violations = new LinkedHashMap<>();
  private final String prefix;

  /**
   * Starts without attributes.
   *
   * @param prefix what the sender writes before an attribute's name: {@code ce-} or nothing
   */
  EventAttributes(String prefix) {
    this.prefix = prefix;
  }

  /** Adds an attribute as it came. */
  void add(String name, String value) {
    given.put(name.toLowerCase(Locale.ROOT), value);
  }

  /** Adds what is wrong with the attribute {@code name}; the first that is said stays. */
  void refuse(String name, String problem) {
    violations.putIfAbsent(name, new Violation(prefix + name, problem));
  }

  /**
   * Returns an event with these attributes that still needs its data.
   *
   * @throws RefusedException if they are not those of a CloudEvent 1.0 with JSON data
   */
  CloudEventBuilder judge() {
    judgeVersion(required("specversion"));
    judgeContentType(optional("datacontenttype"));
    CloudEventBuilder event =
        CloudEventBuilder.create()
            .specVersion("1.0")
            .id(required("id"))
            .source(required("source"))
            .type(required("type"))
            .subject(optional("subject"))
            .dataSchema(optional("dataschema"))
            .time(time());
    if (!violations.isEmpty()) {
      throw RefusedException.invalid(List.copyOf(violations.values()));
    }
    return event.extensions(given);
  }

  /** Returns whether {@code name} is an attribute of CloudEvents itself: always a string. */
  static boolean isDefined(String name) {
    return DEFINED.contains(name);
  }

  private void judgeContentType(@Nullable String contentType) {
    if (contentType != null && !MediaType.isJson(contentType)) {
      refuse("datacontenttype", "must be application/json, was " + shortened(contentType));
    }
  }

  private void judgeVersion(String version) {
    if (!version.equals("1.0")) {
      refuse("specversion", "must be 1.0, was " + shortened(version));
    }
  }

  private String required(String name) {
    String value = optional(name);
    if (value == null) {
      refuse(name, "is missing");
      return "";
    }
    return value;
  }

  private @Nullable String optional(String name) {
    String value = given.remove(name);
    if (value != null && value.isBlank()) {
      refuse(name, "must not be empty");
    } else if (value != null
        && (value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl))) {
      refuse(name, "must have at most " + MAX_LENGTH + " characters and no control characters");
    }
    return value;
  }

  private @Nullable OffsetDateTime time() {
    String value = given.remove("time");
    try {
      return value == null ? null : OffsetDateTime.parse(value);
    } catch (DateTimeParseException notTime) {
      refuse(
          "time", "must be an RFC 3339 date and time, was " + shortened(notTime.getParsedString()));
      return null;
    }
  }

  private static String shortened(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
