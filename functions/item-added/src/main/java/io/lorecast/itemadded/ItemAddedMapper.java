package io.lorecast.itemadded;

import io.lorecast.encoding.ItemVectors;
import io.lorecast.encoding.View;
import io.lorecast.events.ItemAdded;
import io.lorecast.events.ItemEncoded;
import io.lorecast.model.EntityId;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Turns events into items and back, and judges what their schema, which has been asked before,
 * cannot say.
 */
final class ItemAddedMapper {

  /** What one item may hold in all, UTF-8: below the 400 KB of a row in DynamoDB. */
  private static final int MAX_BYTES = 350_000;

  private final Clock clock;

  /** Creates a mapper; the clock says when an item arrived. */
  ItemAddedMapper(Clock clock) {
    this.clock = clock;
  }

  /**
   * Returns the item that {@code event} describes.
   *
   * @throws InvalidEventException if it cannot be meant
   */
  Item toItem(ItemAdded event) {
    Item item =
        new Item(
            new ItemId(event.itemId()),
            Objects.requireNonNullElse(event.version(), 1L),
            event.name(),
            Objects.requireNonNullElse(event.description(), ""),
            Objects.requireNonNullElse(event.reviews(), List.of()),
            Objects.requireNonNullElse(event.images(), List.of()),
            Objects.requireNonNullElse(event.attributes(), Map.of()),
            Objects.requireNonNullElse(event.language(), "en"),
            Objects.requireNonNullElse(event.available(), true),
            clock.instant());
    item.images().forEach(ItemAddedMapper::requireImage);
    requireAttributes(item.attributes());
    requireTotal(item);
    return item;
  }

  /** Returns the event that says that {@code item} is stored. */
  static ItemEncoded toEvent(Item item, ItemVectors vectors, String encoder) {
    List<String> views = vectors.present().stream().map(View::wireName).toList();
    return new ItemEncoded(item.id().value(), item.version(), encoder, views);
  }

  private static void requireAttributes(Map<String, List<String>> attributes) {
    attributes.forEach(
        (name, values) -> {
          String field = "attributes." + name;
          for (String value : values) {
            try {
              EntityId.of(name, value);
            } catch (InvalidEventException e) {
              throw new InvalidEventException(field, "must name entities: " + e.getMessage());
            }
          }
        });
  }

  /** Refuses what is no reference to an image; whether one is there is seen when it is read. */
  private static void requireImage(String image) {
    try {
      URI uri = new URI(image);
      String scheme = Objects.requireNonNullElse(uri.getScheme(), "");
      boolean known =
          switch (scheme) {
            case "http", "https" -> uri.getHost() != null;
            case "data" -> image.startsWith("data:image/") && image.contains(",");
            case "file" -> uri.getPath() != null;
            default -> false;
          };
      if (known) {
        return;
      }
    } catch (URISyntaxException e) {
      // Refused below, like every other text that is none of the three.
    }
    throw new InvalidEventException(
        "images",
        "must be http(s), file or data:image/ URIs, one began with "
            + image.substring(0, Math.min(40, image.length())));
  }

  private static void requireTotal(Item item) {
    int bytes =
        Stream.of(
                Stream.of(item.name(), item.description()),
                item.reviews().stream(),
                item.images().stream(),
                item.attributes().keySet().stream(),
                item.attributes().values().stream().flatMap(List::stream))
            .flatMap(texts -> texts)
            .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
            .sum();
    if (bytes > MAX_BYTES) {
      throw new InvalidEventException(
          "item", "must have at most " + MAX_BYTES + " bytes in all its texts, had " + bytes);
    }
  }
}
