package io.lorecast.allinone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.knative.events.CloudEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Follow-on events that a function refused: kept with the reason, one JSON object a line. */
@Singleton
class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final ObjectMapper json;
  private final Path file;

  DeadLetters(
      ObjectMapper json, @ConfigProperty(name = "lorecast.all-in-one.dead-letters") Path file) {
    this.json = json;
    this.file = file;
  }

  /** Keeps {@code event}, which was refused for {@code reason}. */
  synchronized void add(CloudEvent<JsonNode> event, String reason) {
    LOG.errorf("event %s of type %s is a dead letter: %s", event.id(), event.type(), reason);
    String line =
        json.createObjectNode()
            .put("id", event.id())
            .put("type", event.type())
            .put("source", event.source())
            .put("reason", reason)
            .set("data", event.data())
            .toString();
    try {
      Files.writeString(
          file,
          line + System.lineSeparator(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }
}
