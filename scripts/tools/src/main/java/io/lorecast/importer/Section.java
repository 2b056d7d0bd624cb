package io.lorecast.importer;

import io.lorecast.data.DataFile;
import io.lorecast.data.DataFolder;
import io.lorecast.data.Line;
import io.lorecast.events.EdgeChange;
import io.lorecast.events.EntityDescription;
import io.lorecast.events.EventTypes;
import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ItemAdded;
import io.lorecast.events.KgUpdated;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One file of the folder and the events it becomes.
 *
 * @param name what reports call it
 * @param lines opens its lines, in the order in which they are sent
 * @param parcelSize how many lines an event holds at most
 * @param event makes the event of 1 to {@code parcelSize} lines
 */
record Section<T>(
    String name,
    DataFile<T> file,
    Function<DataFile<T>, Stream<Line<T>>> lines,
    int parcelSize,
    Function<List<T>, Event> event) {

  /** Edges an event holds at most: few enough that their neighbours are refreshed in one go. */
  static final int EDGES = 200;

  /** Descriptions an event holds at most: each label is encoded before the event is answered. */
  static final int ENTITIES = 100;

  /** Returns the sections of {@code folder}: what others refer to goes first. */
  static List<Section<?>> of(DataFolder folder) {
    return Stream.<Section<?>>of(
            folder.items().map(Section::items).orElse(null),
            folder.entities().map(Section::entities).orElse(null),
            folder.triples().map(Section::triples).orElse(null),
            folder.feedback().map(Section::feedback).orElse(null))
        .filter(section -> section != null)
        .toList();
  }

  private static Section<ItemAdded> items(DataFile<ItemAdded> file) {
    return new Section<>("items", file, DataFile::lines, 1, of -> item(of.getFirst()));
  }

  private static Section<EntityDescription> entities(DataFile<EntityDescription> file) {
    return new Section<>("entities", file, DataFile::lines, ENTITIES, Section::naming);
  }

  private static Section<EdgeChange> triples(DataFile<EdgeChange> file) {
    return new Section<>("triples", file, DataFile::lines, EDGES, Section::change);
  }

  private static Section<FeedbackReceived> feedback(DataFile<FeedbackReceived> file) {
    return new Section<>("feedback", file, TimeOrder::of, 1, of -> feedback(of.getFirst()));
  }

  private static Event item(ItemAdded item) {
    return Event.of(EventTypes.ITEM_ADDED, item.itemId(), item);
  }

  private static Event naming(List<EntityDescription> entities) {
    return change(new KgUpdated(changeId(entities), null, null, entities, null, null, null));
  }

  private static Event change(List<EdgeChange> edges) {
    return change(new KgUpdated(changeId(edges), edges, null));
  }

  private static Event change(KgUpdated change) {
    return Event.of(EventTypes.KG_UPDATED, change.changeId(), change);
  }

  /** A digest of what it says: the same lines are the same change, in every import. */
  private static String changeId(List<?> said) {
    return "import-" + Event.digest(Event.json(said));
  }

  private static Event feedback(FeedbackReceived feedback) {
    return Event.of(EventTypes.FEEDBACK, feedback.userId(), feedback);
  }
}
