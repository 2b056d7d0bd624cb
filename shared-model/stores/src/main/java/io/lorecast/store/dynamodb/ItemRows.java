package io.lorecast.store.dynamodb;

import static java.util.stream.Collectors.toMap;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.lorecast.model.Item;
import io.lorecast.model.ItemId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as rows. */
final class ItemRows {

  static final String VERSION = "version";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String DESCRIPTION = "description";
  private static final String REVIEWS = "reviews";
  private static final String IMAGES = "images";
  private static final String ATTRIBUTES = "attributes";
  private static final String LANGUAGE = "language";
  private static final String AVAILABLE = "available";
  private static final String ADDED_AT = "addedAt";

  private ItemRows() {}

  /** Returns the row of {@code item}, without its key, to be added to. */
  static Map<String, AttributeValue> row(Item item) {
    Map<String, AttributeValue> row = new HashMap<>();
    row.put(ID, fromS(item.id().value()));
    row.put(VERSION, fromN(Long.toString(item.version())));
    row.put(NAME, fromS(item.name()));
    row.put(DESCRIPTION, fromS(item.description()));
    row.put(REVIEWS, texts(item.reviews()));
    row.put(IMAGES, texts(item.images()));
    row.put(
        ATTRIBUTES,
        fromM(
            item.attributes().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> texts(entry.getValue())))));
    row.put(LANGUAGE, fromS(item.language()));
    row.put(AVAILABLE, fromBool(item.available()));
    row.put(ADDED_AT, fromN(Long.toString(item.addedAt().toEpochMilli())));
    return row;
  }

  private static AttributeValue texts(List<String> texts) {
    return fromL(texts.stream().map(AttributeValue::fromS).toList());
  }

  static Item item(Map<String, AttributeValue> attributes) {
    return Row.decode(
        "an item",
        attributes,
        row ->
            new Item(
                new ItemId(row.text(ID)),
                row.integer(VERSION),
                row.text(NAME),
                row.text(DESCRIPTION),
                row.texts(REVIEWS),
                row.texts(IMAGES),
                row.map(ATTRIBUTES).entrySet().stream()
                    .collect(
                        toMap(
                            Map.Entry::getKey,
                            entry ->
                                entry.getValue().l().stream().map(AttributeValue::s).toList())),
                row.text(LANGUAGE),
                row.flag(AVAILABLE),
                Instant.ofEpochMilli(row.integer(ADDED_AT))));
  }
}
