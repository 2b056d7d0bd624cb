package io.lorecast.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An item of the catalogue as its owner describes it.
 *
 * @param version grows with every change of the item; a smaller one that arrives later is ignored
 * @param name what users see; not blank
 * @param description what it is about; may be empty
 * @param reviews what others say of it; may be empty
 * @param images where its images are (URL, data URI or file); may be empty
 * @param attributes facts by name, for example {@code director -> [Agnès Varda]}; they become edges
 *     of the knowledge graph and can be filtered by
 * @param language BCP 47 tag of the texts, for example {@code en}
 * @param available whether it may be recommended now
 * @param addedAt when this version arrived, whole milliseconds
 */
public record Item(
    ItemId id,
    long version,
    String name,
    String description,
    List<String> reviews,
    List<String> images,
    Map<String, List<String>> attributes,
    String language,
    boolean available,
    Instant addedAt) {

  public Item {
    if (version < 1) {
      throw new InvalidEventException("version", "must be at least 1, was " + version);
    }
    if (name.isBlank()) {
      throw new InvalidEventException("name", "must not be blank");
    }
    reviews = List.copyOf(reviews);
    images = List.copyOf(images);
    attributes =
        attributes.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    addedAt = Instant.ofEpochMilli(addedAt.toEpochMilli());
  }

  /** Returns this item as if it had arrived at {@code addedAt}. */
  public Item withAddedAt(Instant addedAt) {
    return new Item(
        id, version, name, description, reviews, images, attributes, language, available, addedAt);
  }

  /** Returns this item with {@code more} attributes; of the same name, those replace its own. */
  public Item withAttributes(Map<String, List<String>> more) {
    Map<String, List<String>> all = new HashMap<>(attributes);
    all.putAll(more);
    return new Item(
        id, version, name, description, reviews, images, all, language, available, addedAt);
  }

  /** Returns this item with other images. */
  public Item withImages(List<String> others) {
    return new Item(
        id, version, name, description, reviews, others, attributes, language, available, addedAt);
  }
}
