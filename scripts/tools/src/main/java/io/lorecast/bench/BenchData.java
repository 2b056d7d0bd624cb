package io.lorecast.bench;

import io.lorecast.data.DataException;
import io.lorecast.data.DataFile;
import io.lorecast.data.DataFolder;
import io.lorecast.events.EdgeChange;
import io.lorecast.events.FeedbackReceived;
import io.lorecast.events.ItemAdded;
import io.lorecast.model.Edge;
import io.lorecast.model.EntityId;
import io.lorecast.model.Interaction;
import io.lorecast.model.InteractionKind;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A data folder in memory.
 *
 * @param edges of each item, each neighbour once
 * @param stream the interactions in the order of time, those of the same time shuffled; their ids
 *     rise in this order, so that arrival and history agree
 */
record BenchData(List<Item> items, Map<ItemId, List<Edge>> edges, List<Interaction> stream) {

  /** Reads a folder with its own edges. */
  static BenchData read(Path directory, long seed) {
    return read(directory, seed, BenchGraph.folder);
  }

  /** Reads a folder; of {@code graph} it is told which edges the items have. */
  static BenchData read(Path directory, long seed, BenchGraph graph) {
    DataFolder folder = DataFolder.open(directory);
    Map<ItemId, List<Edge>> edges = new LinkedHashMap<>();
    List<Item> items = new ArrayList<>();
    required(folder.items(), directory, "items").records().map(BenchData::item).forEach(items::add);
    items.forEach(item -> edges.put(item.id(), new ArrayList<>()));
    graph.of(folder).map(BenchData::edge).forEach(edge -> add(edges, edge));
    List<FeedbackReceived> feedback =
        new ArrayList<>(required(folder.feedback(), directory, "feedback").records().toList());
    return new BenchData(List.copyOf(items), edges, stream(items, feedback, seed));
  }

  /** Returns these data with only the first {@code events} of the stream. */
  BenchData first(int events) {
    return new BenchData(items, edges, stream.subList(0, Math.min(events, stream.size())));
  }

  private static <T> DataFile<T> required(
      java.util.Optional<DataFile<T>> file, Path directory, String what) {
    return file.orElseThrow(() -> new DataException(directory + " holds no " + what));
  }

  private static Item item(ItemAdded item) {
    return new Item(
        new ItemId(item.itemId()),
        1,
        item.name(),
        Objects.requireNonNullElse(item.description(), ""),
        Objects.requireNonNullElse(item.reviews(), List.of()),
        List.of(),
        Objects.requireNonNullElse(item.attributes(), Map.of()),
        "en",
        true,
        Instant.EPOCH);
  }

  private static Edge edge(EdgeChange change) {
    return Edge.of(new EntityId(change.head()), change.relation(), new EntityId(change.tail()));
  }

  private static void add(Map<ItemId, List<Edge>> edges, Edge edge) {
    edge.head().item().map(edges::get).ifPresent(list -> list.add(edge));
    edge.tail().item().map(edges::get).ifPresent(list -> list.add(edge));
  }

  /** One object an id, not one an event: a ranking compares thousands of them. */
  private static List<Interaction> stream(
      List<Item> items, List<FeedbackReceived> feedback, long seed) {
    Map<String, ItemId> ids = new HashMap<>();
    items.forEach(item -> ids.put(item.id().value(), item.id()));
    Collections.shuffle(feedback, new Random(seed));
    feedback.sort(Comparator.comparing(BenchData::time));
    List<Interaction> stream = new ArrayList<>();
    for (FeedbackReceived event : feedback) {
      stream.add(
          new Interaction(
              "%09d".formatted(stream.size()),
              new UserId(event.userId()),
              ids.computeIfAbsent(event.itemId(), ItemId::new),
              InteractionKind.of(event.kind()),
              event.value(),
              time(event)));
    }
    return List.copyOf(stream);
  }

  private static Instant time(FeedbackReceived event) {
    return Objects.requireNonNullElse(event.occurredAt(), Instant.EPOCH);
  }
}
