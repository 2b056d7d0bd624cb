package io.lorecast.data;

import io.lorecast.events.EdgeChange;
import io.lorecast.events.EntityDescription;
import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ItemAdded;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link DataFolder} in Lorecast's own format, which {@code docs/data-format.md} describes. */
public final class LorecastFolder implements DataFolder {

  static final String ITEMS = "items.jsonl";
  static final String ENTITIES = "entities.jsonl";
  static final String TRIPLES = "triples.tsv";
  static final String FEEDBACK = "feedback.tsv";

  private final FolderFiles files;
  private @Nullable Optional<GraphFile> graph;

  LorecastFolder(Path directory) {
    this.files = new FolderFiles(directory);
  }

  @Override
  public Optional<DataFile<ItemAdded>> items() {
    return files.find(ITEMS, new JsonLines<>(ItemAdded.class, false, LorecastFolder::item));
  }

  /** What the file says, or, without one, the labels that the graph itself holds. */
  @Override
  public Optional<DataFile<EntityDescription>> entities() {
    return entities(files).or(() -> graph().flatMap(GraphFile::labels));
  }

  static Optional<DataFile<EntityDescription>> entities(FolderFiles files) {
    return files.find(
        ENTITIES, new JsonLines<>(EntityDescription.class, false, LorecastFolder::description));
  }

  @Override
  public Optional<DataFile<EdgeChange>> triples() {
    return graph().map(GraphFile::file);
  }

  @Override
  public Optional<String> linkReport() {
    return graph().flatMap(GraphFile::links).map(ItemLinks::report);
  }

  /** Found once: what its labels say is read with it, and what was linked is counted in it. */
  private Optional<GraphFile> graph() {
    if (graph == null) {
      graph =
          GraphFile.find(
              files.directory(),
              new TabSeparated<>(
                  List.of("head", "relation", "tail"),
                  List.of("weight", "validFrom", "validUntil"),
                  LorecastFolder::edge),
              items());
    }
    return graph;
  }

  @Override
  public Optional<DataFile<FeedbackReceived>> feedback() {
    return files.find(
        FEEDBACK,
        new TabSeparated<>(
            List.of("feedbackId", "userId", "itemId", "kind"),
            List.of("value", "occurredAt"),
            LorecastFolder::feedback));
  }

  private static ItemAdded item(ItemAdded item) {
    requireText("itemId", item.itemId());
    requireText("name", item.name());
    return item;
  }

  private static EntityDescription description(EntityDescription description) {
    requireText("entity", description.entity());
    return description;
  }

  // Jackson leaves null what a line does not have, whatever the record declares.
  private static void requireText(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new BadField(field, "must not be empty");
    }
  }

  private static EdgeChange edge(TabSeparated.Row row) {
    return new EdgeChange(
        row.text("head"),
        row.text("relation"),
        row.text("tail"),
        row.optionalNumber("weight"),
        time("validFrom", row),
        time("validUntil", row));
  }

  private static FeedbackReceived feedback(TabSeparated.Row row) {
    return new FeedbackReceived(
        row.text("feedbackId"),
        row.text("userId"),
        row.text("itemId"),
        row.text("kind"),
        row.optionalNumber("value"),
        time("occurredAt", row));
  }

  private static @Nullable Instant time(String column, TabSeparated.Row row) {
    String text = row.optionalText(column);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadField(column, "must be a time like 2026-01-31T18:30:00Z, was " + text);
    }
  }
}
