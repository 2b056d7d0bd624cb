package io.lorecast.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where the JSON Schema of an event type is. The type {@code io.lorecast.feedback.v1} has the
 * schema {@code urn:lorecast:schemas:feedback.v1}, which lies in {@code schemas/feedback.v1.json}.
 */
public final class Schemas {

  private static final String TYPE_PREFIX = "io.lorecast.";
  private static final String ID_PREFIX = "urn:lorecast:schemas:";

  private Schemas() {}

  /**
   * Returns the {@code $id} of the schema of {@code type}: the {@code dataschema} of its events.
   *
   * @throws IllegalArgumentException if {@code type} is none of {@link EventTypes#ALL}
   */
  public static String idOf(String type) {
    return ID_PREFIX + nameOf(type);
  }

  /**
   * Returns the name of the resource that holds the schema of {@code type}.
   *
   * @throws IllegalArgumentException if {@code type} is none of {@link EventTypes#ALL}
   */
  public static String resourceOf(String type) {
    return "schemas/" + nameOf(type) + ".json";
  }

  /**
   * Returns the text of the schema of {@code type}.
   *
   * @throws IllegalArgumentException if {@code type} is none of {@link EventTypes#ALL}
   */
  public static String textOf(String type) {
    String resource = resourceOf(type);
    try (InputStream stream = Schemas.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("reading " + resource, failure);
    }
  }

  private static String nameOf(String type) {
    if (!EventTypes.ALL.contains(type)) {
      throw new IllegalArgumentException("no event has the type " + type);
    }
    return type.substring(TYPE_PREFIX.length());
  }
}
